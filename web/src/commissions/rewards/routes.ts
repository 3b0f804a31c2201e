import { Present } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Access } from '@/app/access'
import type { MenuEntry } from '@/app/area'

const plans: Access = { roles: ['publisher', 'approver', 'finance'], kinds: ['university', 'institute'] }
const authors: Access = { roles: ['publisher'], kinds: ['university', 'institute'] }

export const routes: RouteRecordRaw[] = [
  { path: '/reward-notices', name: 'reward-notices', component: () => import('./RewardNoticeListPage.vue'), meta: { titleKey: 'rewards.notices.title' } },
  { path: '/reward-notices/:number', name: 'reward-notice', component: () => import('./RewardNoticePage.vue'), props: true, meta: { titleKey: 'rewards.notice.title' } },
  {
    path: '/workbench/reward-plans', name: 'reward-plans', component: () => import('./RewardPlanListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'rewards.list.title', access: plans },
  },
  {
    path: '/workbench/reward-plans/new', name: 'new-reward-plan', component: () => import('./RewardPlanEditPage.vue'),
    meta: { frame: 'workbench', titleKey: 'rewards.edit.new', access: authors },
  },
  {
    path: '/workbench/reward-plans/:id/edit', name: 'edit-reward-plan', component: () => import('./RewardPlanEditPage.vue'), props: true,
    meta: { frame: 'workbench', titleKey: 'rewards.edit.title', access: authors },
  },
  {
    path: '/workbench/reward-plans/:id', name: 'reward-plan', component: () => import('./RewardPlanPage.vue'), props: true,
    meta: { frame: 'workbench', titleKey: 'rewards.plan.title', access: plans },
  },
]

export const menu: MenuEntry[] = [
  { route: 'reward-plans', labelKey: 'rewards.list.title', icon: Present, group: 'money', order: 25, access: plans },
]
