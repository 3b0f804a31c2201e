import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/dossiers/check/:code?', name: 'check-dossier', component: () => import('./DossierCheckPage.vue'), meta: { titleKey: 'dossier.check.title' } },
]
