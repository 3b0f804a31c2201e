import { DataAnalysis } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Access } from '@/app/access'
import type { MenuEntry } from '@/app/area'

const writers: Access = { roles: ['publisher'] }
const all: Access = { roles: ['publisher', 'approver', 'purchaser', 'broker', 'reviewer'] }

export const routes: RouteRecordRaw[] = [
  {
    path: '/workbench/trading/appraisals', name: 'appraisals', component: () => import('./AppraisalListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'appraisals.list.title', access: writers },
  },
  {
    path: '/workbench/trading/valuations', name: 'valuations', component: () => import('./ValuationListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'appraisals.calc.title', access: all },
  },
  {
    path: '/workbench/trading/valuations/:id', name: 'valuation', component: () => import('./ValuationPage.vue'), props: true,
    meta: { frame: 'workbench', titleKey: 'appraisals.calc.title', access: all },
  },
]

export const menu: MenuEntry[] = [
  { route: 'valuations', labelKey: 'appraisals.calc.title', icon: DataAnalysis, group: 'deal', order: 40, access: all },
]
