import { Bell } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Access } from '@/app/access'
import type { MenuEntry } from '@/app/area'

const everyone: Access = { signedIn: true }

export const routes: RouteRecordRaw[] = [
  {
    path: '/workbench/notifications', name: 'notifications', component: () => import('./InboxPage.vue'),
    meta: { frame: 'workbench', titleKey: 'notifications.inbox.title', access: everyone },
  },
  {
    path: '/workbench/notifications/preferences', name: 'notification-preferences', component: () => import('./PreferencesPage.vue'),
    meta: { frame: 'workbench', titleKey: 'notifications.preferences.title', access: everyone },
  },
]

export const menu: MenuEntry[] = [
  { route: 'notifications', labelKey: 'notifications.inbox.title', icon: Bell, group: 'start', order: 20, access: everyone },
]
