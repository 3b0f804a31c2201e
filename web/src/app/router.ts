import { nextTick } from 'vue'
import { createRouter, createWebHistory } from 'vue-router'
import { judge } from './access'
import { areas } from './areas'
import { configureHttp } from './http'
import { useSession } from './session'

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    ...areas.flatMap((area) => area.routes),
    {
      path: '/:path(.*)*',
      name: 'not-found',
      component: () => import('./NotFoundPage.vue'),
      meta: { titleKey: 'app.notFound.title' },
    },
  ],
  scrollBehavior(to, from, saved) {
    if (saved) return saved
    if (to.hash) return { el: to.hash, top: 130 }
    return to.path === from.path ? false : { top: 0 }
  },
})

const { session, ready } = useSession()

router.beforeEach(async (to) => {
  if (!to.meta.access) return true
  await ready().catch(() => undefined)
  if (judge(to.meta.access, session.value) !== 'sign-in') return true
  return { name: 'sign-in', query: { return: to.fullPath } }
})

// A keyboard or screen reader user continues at the new page, not in the menu of the old one.
router.afterEach((to, from, failure) => {
  if (failure || !from.name || to.path === from.path) return
  void nextTick(() => document.getElementById('main')?.focus({ preventScroll: true }))
})

configureHttp({
  signInNeeded: () => {
    const here = router.currentRoute.value
    if (here.meta.access) void router.push({ name: 'sign-in', query: { return: here.fullPath } })
  },
})
