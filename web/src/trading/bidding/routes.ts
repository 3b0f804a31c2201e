import { Timer } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'
import type { MenuEntry } from '@/app/area'

export const routes: RouteRecordRaw[] = [
  { path: '/auctions', name: 'bidding-hall', component: () => import('./BiddingHallPage.vue'), meta: { titleKey: 'bidding.hall.title' } },
  { path: '/auctions/:number', name: 'auction', component: () => import('./AuctionPage.vue'), props: true, meta: { titleKey: 'bidding.room.title' } },
  {
    path: '/workbench/trading/auctions', name: 'workbench-auctions', component: () => import('./BiddingHallPage.vue'), props: { workbench: true },
    meta: { frame: 'workbench', titleKey: 'bidding.hall.title', access: { signedIn: true } },
  },
  {
    path: '/workbench/trading/auctions/:number', name: 'workbench-auction', component: () => import('./AuctionPage.vue'),
    props: (route) => ({ number: String(route.params.number), workbench: true }),
    meta: { frame: 'workbench', titleKey: 'bidding.room.title', access: { signedIn: true } },
  },
]

export const menu: MenuEntry[] = [
  { route: 'workbench-auctions', labelKey: 'bidding.hall.title', icon: Timer, group: 'deal', order: 25, access: { signedIn: true } },
]
