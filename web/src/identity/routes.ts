import type { RouteRecordRaw } from 'vue-router'
import type { MenuEntry } from '@/app/area'

export const routes: RouteRecordRaw[] = [
  { path: '/sign-in', name: 'sign-in', component: () => import('./SignInPage.vue'), meta: { titleKey: 'identity.signIn.title' } },
]

export const menu: MenuEntry[] = []
