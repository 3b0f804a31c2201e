import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Access } from './access'

/** The headings of the side menu, in their order. */
export const menuGroups = ['start', 'market', 'deal', 'register', 'money', 'organisation', 'operation'] as const
export type MenuGroup = (typeof menuGroups)[number]

/** A line of the workbench's side menu: a noun of its user, shown to those who may open it. */
export interface MenuEntry {
  /** Name of the route it opens. */
  route: string
  labelKey: string
  icon: Component
  group: MenuGroup
  /** Place within the group, small first. */
  order: number
  access?: Access
}

/** What an area adds to the app: `web/src/<area>/routes.ts` exports both. */
export interface Area {
  routes: RouteRecordRaw[]
  menu?: MenuEntry[]
}
