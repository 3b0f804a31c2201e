import { Bell, ChatDotRound, Finished } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Access } from '@/app/access'
import type { MenuEntry } from '@/app/area'

const talks: Access = { roles: ['publisher', 'approver', 'purchaser', 'broker'] }
const deals: Access = { signedIn: true }
const unitNotices: Access = { roles: ['publisher', 'approver'], kinds: ['university', 'institute'] }
const buyers: Access = { roles: ['purchaser'] }

export const routes: RouteRecordRaw[] = [
  { path: '/notices', name: 'notices', component: () => import('./NoticeListPage.vue'), meta: { titleKey: 'trading.notices.title' } },
  { path: '/notices/:number', name: 'notice', component: () => import('./NoticePage.vue'), props: true, meta: { titleKey: 'trading.notice.title' } },
  {
    path: '/workbench/trading/negotiations', name: 'negotiations', component: () => import('./NegotiationListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'trading.list.title', access: talks },
  },
  {
    path: '/workbench/trading/negotiations/new', name: 'open-negotiation', component: () => import('./OpenNegotiationPage.vue'),
    meta: { frame: 'workbench', titleKey: 'trading.open.title', access: buyers },
  },
  {
    path: '/workbench/trading/negotiations/:id', name: 'negotiation', component: () => import('./NegotiationPage.vue'), props: true,
    meta: { frame: 'workbench', titleKey: 'trading.room.title', access: { signedIn: true } },
  },
  {
    path: '/workbench/trading/negotiations/:id/notice', name: 'prepare-notice', component: () => import('./PrepareNoticePage.vue'), props: true,
    meta: { frame: 'workbench', titleKey: 'trading.prepare.title', access: { roles: ['publisher'] } },
  },
  {
    path: '/workbench/trading/notices', name: 'unit-notices', component: () => import('./UnitNoticeListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'trading.unit.title', access: unitNotices },
  },
  {
    path: '/workbench/trading/notices/:id', name: 'unit-notice', component: () => import('./UnitNoticePage.vue'), props: true,
    meta: { frame: 'workbench', titleKey: 'trading.notice.title', access: { roles: ['publisher', 'approver'] } },
  },
  {
    path: '/workbench/trading/deals', name: 'deals', component: () => import('./DealListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'trading.deals.title', access: deals },
  },
  {
    path: '/workbench/trading/deals/:id', name: 'deal', component: () => import('./DealPage.vue'), props: true,
    meta: { frame: 'workbench', titleKey: 'trading.deal.title', access: { signedIn: true } },
  },
]

export const menu: MenuEntry[] = [
  { route: 'negotiations', labelKey: 'trading.list.title', icon: ChatDotRound, group: 'deal', order: 10, access: talks },
  { route: 'unit-notices', labelKey: 'trading.unit.title', icon: Bell, group: 'deal', order: 20, access: unitNotices },
  { route: 'deals', labelKey: 'trading.deals.title', icon: Finished, group: 'deal', order: 30, access: deals },
]
