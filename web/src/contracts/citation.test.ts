import { afterEach, describe, expect, it } from 'vitest'
import { i18n } from '@/app/i18n'
import { citation } from './citation'

describe('citation', () => {
  afterEach(() => { i18n.global.locale.value = 'zh' })

  it('names the book and the article', () => {
    expect(citation('Rnew 12; 民法典 865')).toBe('《技术合同认定规则》（修订本）第 12 条；《民法典》第 865 条')
    expect(citation('专利法 50-52 [F:PL]')).toBe('《专利法》第 50-52 条')
  })

  it('shows no key of the rules’ own books', () => {
    expect(citation('[F:refuse2021]')).toBe('技术合同认定登记办事指南')
    expect(citation('SPC 7; [F:refuse2021,googli]')).toBe('最高人民法院技术合同司法解释第 7 条')
    expect(citation('A-3; R2001 51')).toBe('《技术合同认定规则》（国科发政字〔2001〕253号）第 51 条')
  })

  it('leaves what already is in words', () => {
    expect(citation('浙江省技术市场条例 16 [F:ZJ-TM]')).toBe('浙江省技术市场条例 16')
  })

  it('speaks English', () => {
    i18n.global.locale.value = 'en'
    expect(citation('民法典 850; SPC 10')).toBe('Civil Code, art. 850; Supreme People’s Court, Interpretation on technology contracts, art. 10')
  })
})
