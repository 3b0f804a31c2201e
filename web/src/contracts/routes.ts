import { DataAnalysis, Document, Files, Stamp } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Access } from '@/app/access'
import type { MenuEntry } from '@/app/area'

const parties: Access = { roles: ['publisher', 'approver', 'purchaser'] }
const registrars: Access = { roles: ['registrar'], kinds: ['bureau'] }
const bureau: Access = { roles: ['registrar', 'reviewer', 'finance', 'administrator'], kinds: ['bureau'] }
const signedIn: Access = { signedIn: true }

export const routes: RouteRecordRaw[] = [
  {
    path: '/workbench/contracts', name: 'contracts', component: () => import('./ContractListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'contracts.list.title', access: parties },
  },
  {
    path: '/workbench/contracts/registrations', name: 'registrations', component: () => import('./RegistrationListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'contracts.registrations.title', access: parties },
  },
  {
    path: '/workbench/contracts/registrations/:id', name: 'registration', component: () => import('./RegistrationPage.vue'),
    meta: { frame: 'workbench', titleKey: 'contracts.registration.title', access: signedIn },
  },
  {
    path: '/workbench/contracts/registrations/:id/desk', name: 'registration-desk', component: () => import('./RegistrationDeskPage.vue'),
    meta: { frame: 'workbench', titleKey: 'contracts.desk.title', access: registrars, menu: 'registration-queue' },
  },
  {
    path: '/workbench/contracts/registrations/:id/certificate', name: 'certificate', component: () => import('./CertificatePage.vue'),
    meta: { frame: 'workbench', titleKey: 'contracts.certificate.title', access: signedIn },
  },
  {
    path: '/workbench/contracts/queue', name: 'registration-queue', component: () => import('./RegistrationQueuePage.vue'),
    meta: { frame: 'workbench', titleKey: 'contracts.queue.title', access: registrars },
  },
  {
    path: '/workbench/contracts/turnover', name: 'turnover', component: () => import('./TurnoverPage.vue'),
    meta: { frame: 'workbench', titleKey: 'contracts.turnover.title', access: bureau },
  },
  {
    path: '/workbench/contracts/:id', name: 'contract', component: () => import('./ContractPage.vue'),
    meta: { frame: 'workbench', titleKey: 'contracts.contract.title', access: parties },
  },
  { path: '/verify/:code?', name: 'verify', component: () => import('./VerifyPage.vue'), meta: { titleKey: 'contracts.verify.title' } },
  { path: '/statistics', name: 'statistics', component: () => import('./StatisticsPage.vue'), meta: { titleKey: 'contracts.statistics.title' } },
]

export const menu: MenuEntry[] = [
  { route: 'contracts', labelKey: 'contracts.list.title', icon: Document, group: 'register', order: 10, access: parties },
  { route: 'registrations', labelKey: 'contracts.registrations.title', icon: Stamp, group: 'register', order: 20, access: parties },
  { route: 'registration-queue', labelKey: 'contracts.queue.title', icon: Files, group: 'register', order: 30, access: registrars },
  { route: 'turnover', labelKey: 'contracts.turnover.title', icon: DataAnalysis, group: 'register', order: 40, access: bureau },
]
