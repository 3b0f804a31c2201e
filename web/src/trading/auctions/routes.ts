import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/workbench/trading/auctions/:auctionId/confirmation', name: 'confirmation', component: () => import('./ConfirmationPage.vue'), props: true,
    meta: { frame: 'workbench', titleKey: 'auctionSale.confirmation.title', access: { roles: ['publisher', 'approver', 'purchaser', 'reviewer'] } },
  },
]
