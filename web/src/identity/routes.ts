import type { RouteRecordRaw } from 'vue-router'
import { Checked, Key, Lock, Notebook, OfficeBuilding, User } from '@element-plus/icons-vue'
import type { MenuEntry } from '@/app/area'

const signedIn = { signedIn: true }
const administrator = { roles: ['administrator'] as const }
const reviewer = { roles: ['reviewer'] as const, kinds: ['bureau'] as const }

export const routes: RouteRecordRaw[] = [
  { path: '/sign-in', name: 'sign-in', component: () => import('./SignInPage.vue'), meta: { titleKey: 'identity.signIn.title' } },
  { path: '/sign-up', name: 'sign-up', component: () => import('./SignUpPage.vue'), meta: { titleKey: 'identity.signUp.title' } },
  { path: '/invitation', name: 'invitation', component: () => import('./InvitationPage.vue'), meta: { titleKey: 'identity.invitation.title' } },
  { path: '/password-reset', name: 'password-reset', component: () => import('./PasswordResetPage.vue'), meta: { titleKey: 'identity.reset.title' } },
  { path: '/brokers', name: 'brokers', component: () => import('./BrokerListPage.vue'), meta: { titleKey: 'identity.brokers.title' } },
  {
    path: '/workbench/account', name: 'account', component: () => import('./AccountPage.vue'),
    meta: { frame: 'workbench', titleKey: 'identity.account.title', access: signedIn },
  },
  {
    path: '/workbench/organisation', name: 'my-organisation', component: () => import('./OrganisationPage.vue'),
    meta: { frame: 'workbench', titleKey: 'identity.organisation.title', access: signedIn },
  },
  {
    path: '/workbench/organisation/new', name: 'new-organisation', component: () => import('./RegisterOrganisationPage.vue'),
    meta: { frame: 'workbench', titleKey: 'identity.register.title', access: signedIn },
  },
  {
    path: '/workbench/members', name: 'members', component: () => import('./MemberListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'identity.members.title', access: administrator },
  },
  {
    path: '/workbench/api-clients', name: 'api-clients', component: () => import('./ApiClientListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'identity.clients.title', access: administrator },
  },
  {
    path: '/workbench/organisation-audit', name: 'organisation-audit', component: () => import('./AuditListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'identity.audit.title', access: administrator },
  },
  {
    path: '/workbench/verifications', name: 'verifications', component: () => import('./VerificationListPage.vue'),
    meta: { frame: 'workbench', titleKey: 'identity.verifications.title', access: reviewer },
  },
  {
    path: '/workbench/verifications/:id', name: 'verification', component: () => import('./VerificationPage.vue'), props: true,
    meta: { frame: 'workbench', titleKey: 'identity.verification.title', access: reviewer },
  },
]

export const menu: MenuEntry[] = [
  { route: 'verifications', labelKey: 'identity.verifications.title', icon: Checked, group: 'organisation', order: 10, access: reviewer },
  { route: 'my-organisation', labelKey: 'identity.organisation.title', icon: OfficeBuilding, group: 'organisation', order: 20, access: signedIn },
  { route: 'members', labelKey: 'identity.members.title', icon: User, group: 'organisation', order: 30, access: administrator },
  { route: 'api-clients', labelKey: 'identity.clients.title', icon: Key, group: 'organisation', order: 40, access: administrator },
  { route: 'organisation-audit', labelKey: 'identity.audit.title', icon: Notebook, group: 'organisation', order: 50, access: administrator },
  { route: 'account', labelKey: 'identity.account.title', icon: Lock, group: 'organisation', order: 90, access: signedIn },
]
