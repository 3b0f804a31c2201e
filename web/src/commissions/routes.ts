import { Document, Link, Money, Tickets, Wallet } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Access } from '@/app/access'
import type { MenuEntry } from '@/app/area'

const brokers: Access = { roles: ['broker'] }
const mandates: Access = { roles: ['broker', 'purchaser', 'approver'] }
const leads: Access = { roles: ['broker', 'purchaser', 'approver', 'publisher'] }
const commissions: Access = { roles: ['broker', 'purchaser', 'approver', 'finance'] }
const finance: Access = { roles: ['finance'] }

export const routes: RouteRecordRaw[] = [
  {
    path: '/workbench/mandates', name: 'mandates', component: () => import('./MandateListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'commissions.mandates.title', access: mandates },
  },
  {
    path: '/workbench/mandates/new', name: 'propose-mandate', component: () => import('./ProposeMandatePage.vue'),
    meta: { frame: 'workbench', titleKey: 'commissions.propose.title', access: brokers },
  },
  {
    path: '/workbench/mandates/:id', name: 'mandate', component: () => import('./MandatePage.vue'), props: true,
    meta: { frame: 'workbench', titleKey: 'commissions.mandate.title', access: mandates },
  },
  {
    path: '/workbench/leads', name: 'leads', component: () => import('./LeadListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'commissions.leads.title', access: leads },
  },
  {
    path: '/workbench/leads/new', name: 'record-lead', component: () => import('./RecordLeadPage.vue'),
    meta: { frame: 'workbench', titleKey: 'commissions.record.title', access: brokers },
  },
  {
    path: '/workbench/leads/:id', name: 'lead', component: () => import('./LeadPage.vue'), props: true,
    meta: { frame: 'workbench', titleKey: 'commissions.lead.title', access: leads },
  },
  {
    path: '/workbench/commissions', name: 'commissions', component: () => import('./CommissionListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'commissions.list.title', access: commissions },
  },
  {
    path: '/workbench/commissions/:id', name: 'commission', component: () => import('./CommissionPage.vue'), props: true,
    meta: { frame: 'workbench', titleKey: 'commissions.one.title', access: commissions },
  },
  {
    path: '/workbench/payouts', name: 'payouts', component: () => import('./PayoutListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'commissions.payouts.title', access: finance },
  },
  {
    path: '/workbench/statement', name: 'statement', component: () => import('./StatementPage.vue'),
    meta: { frame: 'workbench', titleKey: 'commissions.statement.title', access: brokers },
  },
]

export const menu: MenuEntry[] = [
  { route: 'mandates', labelKey: 'commissions.mandates.title', icon: Document, group: 'deal', order: 50, access: mandates },
  { route: 'leads', labelKey: 'commissions.leads.title', icon: Link, group: 'deal', order: 55, access: leads },
  { route: 'commissions', labelKey: 'commissions.list.title', icon: Money, group: 'money', order: 10, access: commissions },
  { route: 'payouts', labelKey: 'commissions.payouts.title', icon: Wallet, group: 'money', order: 20, access: finance },
  { route: 'statement', labelKey: 'commissions.statement.title', icon: Tickets, group: 'money', order: 30, access: brokers },
]
