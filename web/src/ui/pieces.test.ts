import { effectScope, ref } from 'vue'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { i18n } from '@/app/i18n'
import { ProblemError } from '@/app/problem'
import { csvText } from './csv'
import { checkFile, sizeText } from './files'
import { jumpToField, useFormErrors } from './forms'
import { problemText } from './problems'
import { useAsync } from './useAsync'

afterEach(() => { document.body.innerHTML = '' })

describe('useAsync', () => {
  it('goes from idle over loading to done, and again on reload', async () => {
    let asked = 0
    const list = useAsync(async (_signal, by: number) => (asked += by))
    expect(list.state.value).toBe('idle')
    const run = list.run(2)
    expect(list.state.value).toBe('loading')
    await run
    expect([list.state.value, list.data.value]).toEqual(['done', 2])
    await list.reload()
    expect(list.data.value).toBe(4)
  })

  it('keeps the last data beside the error of a failed run', async () => {
    const work = vi.fn<() => Promise<string>>().mockResolvedValueOnce('old').mockRejectedValueOnce(new Error('broken'))
    const list = useAsync(work)
    await list.run()
    await expect(list.run()).resolves.toBeUndefined()
    expect([list.state.value, list.data.value, list.error.value?.title]).toEqual(['error', 'old', 'broken'])
  })

  it('never lets an old answer overwrite a newer one', async () => {
    const release: ((text: string) => void)[] = []
    const signals: AbortSignal[] = []
    const list = useAsync((signal) => {
      signals.push(signal)
      return new Promise<string>((done) => release.push(done))
    })
    const first = list.run()
    const second = list.run()
    release[1]!('new')
    release[0]!('old')
    await Promise.all([first, second])
    expect(list.data.value).toBe('new')
    expect(signals.map((signal) => signal.aborted)).toEqual([true, false])
  })

  it('gives up when its page is left', async () => {
    const scope = effectScope()
    const seen: AbortSignal[] = []
    const list = scope.run(() => useAsync((signal) => {
      seen.push(signal)
      return new Promise<string>(() => undefined)
    }))!
    void list.run()
    scope.stop()
    expect(seen[0]!.aborted).toBe(true)
  })
})

describe('a problem in words', () => {
  i18n.global.setLocaleMessage('zh', { problems: { 'trading/bid-too-low': '出价不得低于 {minimum}，截止 {until}', 'http/404': '内容不存在', 'app/unexpected': '意外' } })

  it('speaks the text of its code with its facts', () => {
    const problem = new ProblemError({
      code: 'trading/bid-too-low', title: 'low', status: 409,
      facts: { minimum: { amount: '1100.00', currency: 'CNY' }, until: '2026-11-22T07:04:00Z' },
    })
    expect(problemText(problem)).toBe('出价不得低于 ¥1,100.00，截止 2026年11月22日 15:04')
  })

  it('falls back to the title, to the status, and at last to a plain sentence', () => {
    expect(problemText(new ProblemError({ code: 'x/unknown', title: 'The server says so.', status: 409 }))).toBe('The server says so.')
    expect(problemText(new ProblemError({ code: 'http/404', title: 'Not Found', status: 404 }))).toBe('内容不存在')
    expect(problemText(new ProblemError({ code: 'http/418', title: 'Teapot', status: 418 }))).toBe('意外')
  })
})

describe('the errors of a form', () => {
  it('are those of the page, then those of the server', () => {
    const problem = ref<ProblemError>()
    i18n.global.setLocaleMessage('zh', { ...i18n.global.getLocaleMessage('zh'), ui: { form: { invalid: '{field}不符合要求', this: '此项' } } })
    const form = useFormErrors(problem, (field) => (field === 'summary' ? '公开摘要' : ''))
    expect(form.check([true, 'title', 'a'], ['', 'price', '填写价格'])).toBe(false)
    expect(form.errors.value).toEqual([{ field: 'price', message: '填写价格' }])
    expect(form.check([1, 'price', 'x'])).toBe(true)
    problem.value = new ProblemError({ code: 'c', title: 't', status: 400, errors: { title: ['太长'], summary: ['The field Summary is required.'], other: ['Bad.'] } })
    expect(form.of('title')).toBe('太长')
    expect(form.of('summary')).toBe('公开摘要不符合要求')
    expect(form.of('other')).toBe('此项不符合要求')
    expect(form.of('price')).toBe('')
  })

  it('lead to their field', () => {
    document.body.innerHTML = '<div data-field="items[0].price"><input id="here"></div>'
    const item = document.querySelector<HTMLElement>('[data-field]')!
    item.scrollIntoView = vi.fn()
    jumpToField('items[0].price')
    expect(document.activeElement?.id).toBe('here')
  })
})

describe('files', () => {
  it('are refused by ending, size or emptiness', () => {
    expect(checkFile({ name: '合同.PDF', size: 10 }, ['.pdf'], 1)).toBeUndefined()
    expect(checkFile({ name: 'a.exe', size: 10 }, ['.pdf'], 1)).toBe('wrongType')
    expect(checkFile({ name: 'a.pdf', size: 1024 * 1024 + 1 }, ['.pdf'], 1)).toBe('tooLarge')
    expect(checkFile({ name: 'a.pdf', size: 0 }, ['.pdf'], 1)).toBe('isEmpty')
    expect([sizeText(512), sizeText(2048), sizeText(3 * 1024 * 1024)]).toEqual(['512 B', '2 KB', '3.0 MB'])
  })

  it('of figures quote what needs it and never hold a formula', () => {
    expect(csvText(['名称', '金额'], [['a,"b"', '-1.50'], ['=1+1', '2']])).toBe('名称,金额\r\n"a,""b""",-1.50\r\n\'=1+1,2')
  })
})
