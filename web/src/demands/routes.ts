import { Checked, Memo, Upload } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Access } from '@/app/access'
import type { MenuEntry } from '@/app/area'

const own: Access = { roles: ['purchaser'] }
const importing: Access = { roles: ['purchaser', 'publisher'], kinds: ['enterprise', 'data_source'] }
const reviewing: Access = { roles: ['reviewer'], kinds: ['bureau'] }

export const routes: RouteRecordRaw[] = [
  { path: '/demands/:number', name: 'demand', component: () => import('./DemandPage.vue'), meta: { titleKey: 'demands.page.title' } },
  {
    path: '/workbench/demands', name: 'my-demands', component: () => import('./MyDemandListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'demands.mine.title', access: own },
  },
  {
    path: '/workbench/demands/new', name: 'demand-new', component: () => import('./DemandEditPage.vue'),
    meta: { frame: 'workbench', titleKey: 'demands.new.title', access: own },
  },
  {
    path: '/workbench/demands/reviews', name: 'demand-reviews', component: () => import('./DemandReviewListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'demands.review.title', access: reviewing },
  },
  {
    path: '/workbench/demands/reviews/:id', name: 'demand-review', component: () => import('./DemandReviewPage.vue'),
    meta: { frame: 'workbench', titleKey: 'demands.review.one', access: reviewing },
  },
  {
    path: '/workbench/demands/imports', name: 'demand-import', component: () => import('./DemandImportPage.vue'),
    meta: { frame: 'workbench', titleKey: 'demands.import.title', access: importing },
  },
  {
    path: '/workbench/demands/:id', name: 'my-demand', component: () => import('./MyDemandPage.vue'),
    meta: { frame: 'workbench', titleKey: 'demands.mine.one', access: { roles: ['purchaser', 'publisher'] } },
  },
  {
    path: '/workbench/demands/:id/edit', name: 'demand-edit', component: () => import('./DemandEditPage.vue'),
    meta: { frame: 'workbench', titleKey: 'demands.edit.title', access: own },
  },
]

export const menu: MenuEntry[] = [
  { route: 'my-demands', labelKey: 'demands.mine.title', icon: Memo, group: 'market', order: 15, access: own },
  { route: 'demand-reviews', labelKey: 'demands.review.title', icon: Checked, group: 'market', order: 25, access: reviewing },
  { route: 'demand-import', labelKey: 'demands.import.title', icon: Upload, group: 'market', order: 45, access: importing },
]
