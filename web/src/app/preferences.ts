import { ref } from 'vue'

const prefix = 'techmarket.'

/** What this browser remembers; a browser that forbids it simply forgets. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name)
  } catch {
    return null
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(prefix + name, value)
  } catch {
    return
  }
}

const largePrint = ref(recall('large-print') === 'on')

function apply(): void {
  document.documentElement.classList.toggle('large-print', largePrint.value)
}

/** The large-print switch for older users, kept in this browser. */
export function useLargePrint() {
  apply()
  return {
    largePrint,
    toggle: () => {
      largePrint.value = !largePrint.value
      remember('large-print', largePrint.value ? 'on' : 'off')
      apply()
    },
  }
}
