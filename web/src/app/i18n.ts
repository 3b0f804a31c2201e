import { computed, ref } from 'vue'
import { createI18n } from 'vue-i18n'
import type { Language as ElementLanguage } from 'element-plus/es/locale'
import { recall, remember } from './preferences'

export type Language = 'zh' | 'en'
export type Messages = { [key: string]: string | Messages }

const tags: Record<Language, string> = { zh: 'zh-CN', en: 'en' }

export const i18n = createI18n({
  legacy: false,
  locale: 'zh',
  fallbackLocale: 'zh',
  messages: {} as Record<Language, Messages>,
  missingWarn: import.meta.env.DEV,
  fallbackWarn: false,
})

export const language = ref<Language>('zh')
const elementLanguages: Partial<Record<Language, ElementLanguage>> = {}

/** Element Plus's own words in the language of the page. */
export const elementLanguage = computed(() => elementLanguages[language.value])

/** Loads the words of a language once, then shows them everywhere. */
export async function setLanguage(wanted: Language): Promise<void> {
  if (!elementLanguages[wanted]) {
    const words = wanted === 'en' ? await import('./words.en') : await import('./words.zh')
    i18n.global.setLocaleMessage(wanted, words.messages)
    elementLanguages[wanted] = words.elementLanguage
  }
  language.value = wanted
  i18n.global.locale.value = wanted
  document.documentElement.lang = tags[wanted]
  remember('language', wanted)
}

export function startingLanguage(): Language {
  return recall('language') === 'en' ? 'en' : 'zh'
}

/** Area files add to the same branches (`problems`, `todo`, `menu`), so they are merged key by key. */
export function merge(...parts: Messages[]): Messages {
  const whole: Messages = {}
  for (const part of parts) {
    for (const [key, value] of Object.entries(part)) {
      const before = whole[key]
      whole[key] = typeof value === 'object' && typeof before === 'object' ? merge(before, value) : value
    }
  }
  return whole
}
