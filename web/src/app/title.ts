import { onScopeDispose, ref, watchEffect, type MaybeRefOrGetter, toValue } from 'vue'
import { i18n } from './i18n'
import { useMarket } from './market'
import { router } from './router'

const own = ref<string>()

/** Gives the document a title of the page's own, such as the name of what it shows. */
export function usePageTitle(title: MaybeRefOrGetter<string | undefined>): void {
  const stop = watchEffect(() => {
    own.value = toValue(title)
  })
  onScopeDispose(() => {
    stop()
    own.value = undefined
  })
}

/** Keeps the document's title: the page first, then the market. */
export function keepTitle(): void {
  const { name } = useMarket()
  watchEffect(() => {
    const key = router.currentRoute.value.meta.titleKey
    const page = own.value ?? (key ? i18n.global.t(key) : undefined)
    document.title = page ? `${page} - ${name.value}` : name.value
  })
}
