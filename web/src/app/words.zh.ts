import administration from '@/administration/locale.zh'
import commissions from '@/commissions/locale.zh'
import rewards from '@/commissions/rewards/locale.zh'
import contracts from '@/contracts/locale.zh'
import demands from '@/demands/locale.zh'
import help from '@/help/locale.zh'
import home from '@/home/locale.zh'
import identity from '@/identity/locale.zh'
import listings from '@/listings/locale.zh'
import matching from '@/matching/locale.zh'
import notifications from '@/notifications/locale.zh'
import payments from '@/payments/locale.zh'
import todo from '@/todo/locale.zh'
import appraisals from '@/trading/appraisals/locale.zh'
import auctionSales from '@/trading/auctions/locale.zh'
import bidding from '@/trading/bidding/locale.zh'
import dossier from '@/trading/dossier/locale.zh'
import fixedTerm from '@/trading/fixedterm/locale.zh'
import trading from '@/trading/locale.zh'
import sales from '@/trading/sales/locale.zh'
import ui from '@/ui/locale.zh'
import element from 'element-plus/es/locale/lang/zh-cn'
import { merge, type Messages } from './i18n'
import app from './locale.zh'

export const elementLanguage = element

export const parts: Record<string, Messages> = {
  app, ui, home, help, todo, listings, demands, matching, trading, bidding, sales, fixedTerm, auctionSales, appraisals, dossier, contracts, commissions, rewards, payments, notifications, identity, administration,
}

export const messages = merge(...Object.values(parts))
