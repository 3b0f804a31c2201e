import { computed, ref, type Ref } from 'vue'
import { i18n } from '@/app/i18n'
import type { ProblemError } from '@/app/problem'

/** An error of a field: `field` is the `data-field` of its form item. */
export interface FieldError {
  field: string
  message: string
}

/** Goes to a field of the page and puts the cursor into it. */
export function jumpToField(field: string): void {
  const item = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`)
  if (!item) return
  item.scrollIntoView({ block: 'center' })
  item.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select, button, [tabindex="0"]')?.focus({ preventScroll: true })
}

/**
 * The errors of a form: those the page found itself and those of the server's answer (`ProblemError.errors`).
 * `check` returns whether the form may be sent; `of` gives the text at the field. The server's messages are English,
 * so in Chinese the field's name (`labelOf`) and a plain sentence stand for them.
 */
export function useFormErrors(problem?: Ref<ProblemError | undefined>, labelOf: (field: string) => string = () => '') {
  const inWords = (field: string, message: string) =>
    i18n.global.locale.value === 'en' || /[\u4e00-\u9fff]/.test(message)
      ? message
      : i18n.global.t('ui.form.invalid', { field: labelOf(field) || i18n.global.t('ui.form.this') })
  const own = ref<FieldError[]>([])
  const all = computed<FieldError[]>(() => [
    ...own.value,
    ...Object.entries(problem?.value?.errors ?? {}).flatMap(([field, messages]) =>
      messages.map((message) => ({ field, message: inWords(field, message) }))),
  ])
  return {
    errors: all,
    of: (field: string) => all.value.find((error) => error.field === field)?.message ?? '',
    /** Takes `[condition that must hold, field, message]` rows; the rows that fail become the errors. */
    check(...rows: readonly (readonly [holds: unknown, field: string, message: string])[]): boolean {
      own.value = rows.filter(([holds]) => !holds).map(([, field, message]) => ({ field, message }))
      return own.value.length === 0
    },
    clear: () => { own.value = [] },
  }
}
