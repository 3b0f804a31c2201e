import { Memo, Timer } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Access } from '@/app/access'
import type { MenuEntry } from '@/app/area'

const holders: Access = { roles: ['publisher', 'approver', 'reviewer'] }
const writers: Access = { roles: ['publisher'] }
const users: Access = { roles: ['publisher', 'purchaser'] }

export const routes: RouteRecordRaw[] = [
  { path: '/offers', name: 'open-offers', component: () => import('./OpenOfferListPage.vue'), meta: { titleKey: 'fixedTerm.public.title' } },
  { path: '/offers/:number', name: 'open-offer', component: () => import('./OpenOfferPage.vue'), props: true, meta: { titleKey: 'fixedTerm.public.title' } },
  {
    path: '/workbench/trading/fixed-term-offers', name: 'fixed-term-offers', component: () => import('./FixedTermOfferListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'fixedTerm.list.title', access: holders },
  },
  {
    path: '/workbench/trading/fixed-term-offers/new', name: 'new-fixed-term-offer', component: () => import('./FixedTermOfferFormPage.vue'),
    meta: { frame: 'workbench', titleKey: 'fixedTerm.form.title', access: writers },
  },
  {
    path: '/workbench/trading/fixed-term-offers/:id', name: 'fixed-term-offer', component: () => import('./FixedTermOfferPage.vue'), props: true,
    meta: { frame: 'workbench', titleKey: 'fixedTerm.list.title', access: holders },
  },
  {
    path: '/workbench/trading/fixed-term-offers/:id/edit', name: 'edit-fixed-term-offer', component: () => import('./FixedTermOfferFormPage.vue'), props: true,
    meta: { frame: 'workbench', titleKey: 'fixedTerm.form.title', access: writers },
  },
  {
    path: '/workbench/trading/uptakes', name: 'uptakes', component: () => import('./UptakeListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'fixedTerm.uptakes.title', access: users },
  },
  {
    path: '/workbench/trading/uptakes/:id', name: 'uptake', component: () => import('./UptakePage.vue'), props: true,
    meta: { frame: 'workbench', titleKey: 'fixedTerm.uptakes.title', access: { signedIn: true } },
  },
]

export const menu: MenuEntry[] = [
  { route: 'fixed-term-offers', labelKey: 'fixedTerm.list.title', icon: Memo, group: 'deal', order: 15, access: holders },
  { route: 'uptakes', labelKey: 'fixedTerm.uptakes.title', icon: Timer, group: 'deal', order: 16, access: users },
]
