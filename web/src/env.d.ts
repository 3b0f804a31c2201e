/// <reference types="vite/client" />
import 'vue-router'
import type { Access } from '@/app/access'

declare module 'vue-router' {
  interface RouteMeta {
    /** The entry of the side menu it belongs to, where its address does not begin with that entry’s. */
    menu?: string
    /** The page's frame; public unless said otherwise. */
    frame?: 'public' | 'workbench' | 'bare'
    /** Locale key of the document title. */
    titleKey?: string
    /** Who may open the page; anyone when absent. */
    access?: Access
  }
}
