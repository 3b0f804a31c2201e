import { Goods, Tickets } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Access } from '@/app/access'
import type { MenuEntry } from '@/app/area'

const sellers: Access = { roles: ['publisher', 'approver', 'reviewer'] }
const writers: Access = { roles: ['publisher'] }
const parties: Access = { roles: ['purchaser'] }

export const routes: RouteRecordRaw[] = [
  { path: '/sales', name: 'announcements', component: () => import('./AnnouncementListPage.vue'), meta: { titleKey: 'sales.public.title' } },
  { path: '/sales/:number', name: 'announcement', component: () => import('./AnnouncementPage.vue'), props: true, meta: { titleKey: 'sales.public.title' } },
  {
    path: '/workbench/trading/sales', name: 'sales', component: () => import('./SaleListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'sales.list.title', access: sellers },
  },
  {
    path: '/workbench/trading/sales/new', name: 'new-sale', component: () => import('./SaleFormPage.vue'),
    meta: { frame: 'workbench', titleKey: 'sales.form.title', access: writers },
  },
  {
    path: '/workbench/trading/sales/:id', name: 'sale', component: () => import('./SalePage.vue'), props: true,
    meta: { frame: 'workbench', titleKey: 'sales.list.title', access: sellers },
  },
  {
    path: '/workbench/trading/sales/:id/edit', name: 'edit-sale', component: () => import('./SaleFormPage.vue'), props: true,
    meta: { frame: 'workbench', titleKey: 'sales.form.title', access: writers },
  },
  {
    path: '/workbench/trading/registrations', name: 'sale-registrations', component: () => import('./RegistrationListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'sales.register.list', access: parties },
  },
  {
    path: '/workbench/trading/registrations/:id', name: 'sale-registration', component: () => import('./RegistrationPage.vue'), props: true,
    meta: { frame: 'workbench', titleKey: 'sales.register.title', access: parties },
  },
]

export const menu: MenuEntry[] = [
  { route: 'sales', labelKey: 'sales.list.title', icon: Goods, group: 'deal', order: 12, access: sellers },
  { route: 'sale-registrations', labelKey: 'sales.register.list', icon: Tickets, group: 'deal', order: 14, access: parties },
]
