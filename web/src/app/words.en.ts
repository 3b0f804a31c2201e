import administration from '@/administration/locale.en'
import commissions from '@/commissions/locale.en'
import rewards from '@/commissions/rewards/locale.en'
import contracts from '@/contracts/locale.en'
import demands from '@/demands/locale.en'
import help from '@/help/locale.en'
import home from '@/home/locale.en'
import identity from '@/identity/locale.en'
import listings from '@/listings/locale.en'
import matching from '@/matching/locale.en'
import notifications from '@/notifications/locale.en'
import payments from '@/payments/locale.en'
import todo from '@/todo/locale.en'
import appraisals from '@/trading/appraisals/locale.en'
import auctionSales from '@/trading/auctions/locale.en'
import bidding from '@/trading/bidding/locale.en'
import dossier from '@/trading/dossier/locale.en'
import fixedTerm from '@/trading/fixedterm/locale.en'
import trading from '@/trading/locale.en'
import sales from '@/trading/sales/locale.en'
import ui from '@/ui/locale.en'
import element from 'element-plus/es/locale/lang/en'
import { merge, type Messages } from './i18n'
import app from './locale.en'

export const elementLanguage = element

export const parts: Record<string, Messages> = {
  app, ui, home, help, todo, listings, demands, matching, trading, bidding, sales, fixedTerm, auctionSales, appraisals, dossier, contracts, commissions, rewards, payments, notifications, identity, administration,
}

export const messages = merge(...Object.values(parts))
