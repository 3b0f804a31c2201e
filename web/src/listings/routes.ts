import { Box, Checked, Upload } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Access } from '@/app/access'
import type { MenuEntry } from '@/app/area'

const holders = ['university', 'institute', 'enterprise', 'data_source'] as const
const own: Access = { roles: ['publisher', 'approver'], kinds: holders }
const writing: Access = { roles: ['publisher'], kinds: holders }
const reviewing: Access = { roles: ['approver', 'reviewer'] }

export const routes: RouteRecordRaw[] = [
  { path: '/achievements/:number', name: 'achievement', component: () => import('./AchievementPage.vue'), meta: { titleKey: 'listings.page.title' } },
  {
    path: '/workbench/listings/achievements', name: 'my-achievements', component: () => import('./MyAchievementListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'listings.mine.title', access: own },
  },
  {
    path: '/workbench/listings/achievements/new', name: 'achievement-new', component: () => import('./AchievementEditPage.vue'),
    meta: { frame: 'workbench', titleKey: 'listings.new.title', access: writing },
  },
  {
    path: '/workbench/listings/achievements/:id/edit', name: 'achievement-edit', component: () => import('./AchievementEditPage.vue'),
    meta: { frame: 'workbench', titleKey: 'listings.edit.title', access: writing },
  },
  {
    path: '/workbench/listings/achievements/:id', name: 'my-achievement', component: () => import('./MyAchievementPage.vue'),
    meta: { frame: 'workbench', titleKey: 'listings.mine.one', access: own },
  },
  {
    path: '/workbench/listings/reviews', name: 'achievement-reviews', component: () => import('./ReviewListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'listings.review.title', access: reviewing },
  },
  {
    path: '/workbench/listings/reviews/:id', name: 'achievement-review', component: () => import('./ReviewPage.vue'),
    meta: { frame: 'workbench', titleKey: 'listings.review.one', access: reviewing },
  },
  {
    path: '/workbench/listings/imports', name: 'achievement-import', component: () => import('./AchievementImportPage.vue'),
    meta: { frame: 'workbench', titleKey: 'listings.import.title', access: writing },
  },
]

export const menu: MenuEntry[] = [
  { route: 'my-achievements', labelKey: 'listings.mine.title', icon: Box, group: 'market', order: 10, access: own },
  { route: 'achievement-reviews', labelKey: 'listings.review.title', icon: Checked, group: 'market', order: 20, access: reviewing },
  { route: 'achievement-import', labelKey: 'listings.import.title', icon: Upload, group: 'market', order: 40, access: writing },
]
