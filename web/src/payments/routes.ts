import { Coin, CreditCard, Files, Lock, Notebook, Stamp, Switch } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Access } from '@/app/access'
import type { MenuEntry } from '@/app/area'

const own: Access = { roles: ['purchaser', 'approver', 'publisher', 'broker', 'finance', 'administrator'] }
const escrows: Access = { roles: ['purchaser', 'approver', 'publisher', 'finance'] }
const finance: Access = { roles: ['finance'], kinds: ['bureau'] }

export const routes: RouteRecordRaw[] = [
  {
    path: '/workbench/money', name: 'my-money', component: () => import('./MyMoneyPage.vue'),
    meta: { frame: 'workbench', titleKey: 'payments.mine.title', access: own },
  },
  {
    path: '/workbench/payments/escrows', name: 'escrows', component: () => import('./EscrowListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'payments.escrows.title', access: escrows },
  },
  {
    path: '/workbench/payments/escrows/:id', name: 'escrow', component: () => import('./EscrowPage.vue'), props: true,
    meta: { frame: 'workbench', titleKey: 'payments.escrow.title', access: escrows },
  },
  {
    path: '/workbench/payments/movements', name: 'movements', component: () => import('./MovementListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'payments.movements.title', access: finance },
  },
  {
    path: '/workbench/payments/statements/:id', name: 'bank-statement', component: () => import('./BankStatementPage.vue'), props: true,
    meta: { frame: 'workbench', titleKey: 'payments.statement.title', access: finance },
  },
  {
    path: '/workbench/payments/bills', name: 'bills', component: () => import('./BillListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'payments.bills.title', access: finance },
  },
  {
    path: '/workbench/payments/deposits', name: 'deposits', component: () => import('./DepositListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'payments.deposits.title', access: finance },
  },
  {
    path: '/workbench/payments/payouts', name: 'payment-orders', component: () => import('./PaymentOrderListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'payments.payouts.title', access: finance },
  },
  {
    path: '/workbench/payments/payouts/:id', name: 'payment-order', component: () => import('./PaymentOrderPage.vue'), props: true,
    meta: { frame: 'workbench', titleKey: 'payments.payout.title', access: finance },
  },
  {
    path: '/workbench/payments/ledger', name: 'ledger', component: () => import('./LedgerPage.vue'),
    meta: { frame: 'workbench', titleKey: 'payments.ledger.title', access: finance },
  },
  {
    path: '/workbench/payments/entries', name: 'ledger-entries', component: () => import('./EntryListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'payments.entries.title', access: finance },
  },
  {
    path: '/workbench/payments/accounts/:id', name: 'ledger-account', component: () => import('./AccountPage.vue'), props: true,
    meta: { frame: 'workbench', titleKey: 'payments.account.title', access: own },
  },
]

export const menu: MenuEntry[] = [
  { route: 'my-money', labelKey: 'payments.mine.title', icon: Coin, group: 'money', order: 5, access: own },
  { route: 'escrows', labelKey: 'payments.escrows.title', icon: Lock, group: 'money', order: 7, access: escrows },
  { route: 'movements', labelKey: 'payments.movements.title', icon: Switch, group: 'money', order: 40, access: finance },
  { route: 'bills', labelKey: 'payments.bills.title', icon: Files, group: 'money', order: 42, access: finance },
  { route: 'deposits', labelKey: 'payments.deposits.title', icon: Stamp, group: 'money', order: 44, access: finance },
  { route: 'payment-orders', labelKey: 'payments.payouts.title', icon: CreditCard, group: 'money', order: 46, access: finance },
  { route: 'ledger', labelKey: 'payments.ledger.title', icon: Notebook, group: 'money', order: 48, access: finance },
]
