import { List } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'
import type { MenuEntry } from '@/app/area'

export const routes: RouteRecordRaw[] = [
  {
    path: '/workbench',
    name: 'todo',
    component: () => import('./TodoPage.vue'),
    meta: { frame: 'workbench', access: { signedIn: true }, titleKey: 'todoPage.title' },
  },
]

export const menu: MenuEntry[] = [
  { route: 'todo', labelKey: 'todoPage.title', icon: List, group: 'start', order: 10, access: { signedIn: true } },
]
