import { ElMessageBox } from 'element-plus'
import { i18n } from '@/app/i18n'

/**
 * Asks before something that cannot be undone. The consequence is a full sentence:
 * 「确认出价 ¥1,250,000.00？出价后不能撤回。」 and the button carries the verb.
 */
export async function confirmAction(asked: {
  title: string
  consequence: string
  verb: string
  /** Red button, for what destroys. */
  danger?: boolean
}): Promise<boolean> {
  try {
    await ElMessageBox.confirm(asked.consequence, asked.title, {
      confirmButtonText: asked.verb,
      cancelButtonText: i18n.global.t('ui.cancel'),
      confirmButtonType: asked.danger ? 'danger' : 'primary',
      closeOnClickModal: false,
      customStyle: { whiteSpace: 'pre-line' },
    })
    return true
  } catch {
    return false
  }
}

/** Asks for a reason in words before refusing, returning or withdrawing; undefined when it was cancelled. */
export async function askReason(asked: { title: string; hint: string; verb: string; maxLength?: number }): Promise<string | undefined> {
  const limit = asked.maxLength ?? 500
  try {
    const answer = await ElMessageBox.prompt(asked.hint, asked.title, {
      confirmButtonText: asked.verb,
      cancelButtonText: i18n.global.t('ui.cancel'),
      inputType: 'textarea',
      closeOnClickModal: false,
      inputValidator: (value: string | null) => {
        const length = (value ?? '').trim().length
        if (length === 0) return i18n.global.t('ui.reason.missing')
        return length <= limit || i18n.global.t('ui.reason.tooLong', { limit })
      },
    })
    return answer.value.trim()
  } catch {
    return undefined
  }
}
