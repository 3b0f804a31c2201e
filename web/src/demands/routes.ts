import type { RouteRecordRaw } from 'vue-router'
import type { MenuEntry } from '@/app/area'

export const routes: RouteRecordRaw[] = []

export const menu: MenuEntry[] = []
