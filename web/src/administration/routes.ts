import type { RouteRecordRaw } from 'vue-router'
import { MessageBox, Notebook, Search, Setting } from '@element-plus/icons-vue'
import type { MenuEntry } from '@/app/area'

const administrator = { roles: ['administrator'] as const, kinds: ['bureau'] as const }

export const routes: RouteRecordRaw[] = [
  {
    path: '/workbench/administration', name: 'administration', component: () => import('./AdministrationPage.vue'),
    meta: { frame: 'workbench', titleKey: 'administration.start.title', access: administrator },
  },
  {
    path: '/workbench/administration/dead-letters', name: 'dead-letters', component: () => import('./DeadLetterListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'administration.letters.title', access: administrator },
  },
  {
    path: '/workbench/administration/audit', name: 'audit-trail', component: () => import('./AuditTrailPage.vue'),
    meta: { frame: 'workbench', titleKey: 'administration.audit.title', access: administrator },
  },
  {
    path: '/workbench/administration/search-index', name: 'search-index', component: () => import('./SearchIndexPage.vue'),
    meta: { frame: 'workbench', titleKey: 'administration.index.title', access: administrator },
  },
]

export const menu: MenuEntry[] = [
  { route: 'administration', labelKey: 'administration.start.title', icon: Setting, group: 'operation', order: 10, access: administrator },
  { route: 'dead-letters', labelKey: 'administration.letters.title', icon: MessageBox, group: 'operation', order: 20, access: administrator },
  { route: 'audit-trail', labelKey: 'administration.audit.title', icon: Notebook, group: 'operation', order: 30, access: administrator },
  { route: 'search-index', labelKey: 'administration.index.title', icon: Search, group: 'operation', order: 40, access: administrator },
]
