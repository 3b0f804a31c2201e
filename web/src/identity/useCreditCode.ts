import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { useAsync } from '@/ui/useAsync'
import { checkCreditCode } from './api'

const pause = 400

/** Asks about a credit code while it is typed, once the typing pauses. An answer for an older text is dropped. */
export function useCreditCode(code: Ref<string>) {
  const asked = ref('')
  const check = useAsync((signal, text: string) => checkCreditCode(text, signal))
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(code, (text) => {
    clearTimeout(timer)
    const wanted = text.replace(/\s/g, '')
    asked.value = ''
    if (wanted.length < 6) return
    timer = setTimeout(() => {
      void check.run(wanted).then((answer) => { if (answer) asked.value = wanted })
    }, pause)
  }, { immediate: true })

  onScopeDispose(() => clearTimeout(timer))
  return { asked, answer: check.data }
}
