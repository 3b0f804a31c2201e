import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/help', name: 'help', component: () => import('./HelpPage.vue'), meta: { titleKey: 'help.title' } },
  { path: '/about', name: 'about', component: () => import('./AboutPage.vue'), meta: { titleKey: 'help.about.title' } },
  { path: '/accessibility', name: 'accessibility', component: () => import('./AccessibilityPage.vue'), meta: { titleKey: 'help.accessibility.title' } },
]
