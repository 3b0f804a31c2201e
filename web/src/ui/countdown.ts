import { onScopeDispose, ref } from 'vue'
import { serverNow } from '@/app/market'

export interface Remaining {
  over: boolean
  days: number
  hours: number
  minutes: number
  seconds: number
}

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

export function remaining(until: number, now: number): Remaining {
  const left = Math.abs(until - now)
  return {
    over: now >= until,
    days: Math.floor(left / day),
    hours: Math.floor((left % day) / hour),
    minutes: Math.floor((left % hour) / minute),
    seconds: Math.floor((left % minute) / second),
  }
}

/** The two largest units: days and hours, hours and minutes, or minutes and seconds. */
export function countdownKey(left: Remaining): 'days' | 'hours' | 'minutes' {
  if (left.days > 0) return 'days'
  return left.hours > 0 ? 'hours' : 'minutes'
}

/** How urgent a clock is: amber when 70 % of the time is used, red when all of it is. */
export function urgency(from: number | undefined, until: number, now: number): 'calm' | 'soon' | 'over' {
  if (now >= until) return 'over'
  if (from !== undefined && until > from) return (now - from) / (until - from) >= 0.7 ? 'soon' : 'calm'
  return until - now <= day ? 'soon' : 'calm'
}

const now = ref(serverNow())
let watchers = 0
let timer: ReturnType<typeof setInterval> | undefined

/** The server's time, ticking once a second while anyone on the page looks at it. */
export function useServerTime() {
  watchers += 1
  now.value = serverNow()
  timer ??= setInterval(() => { now.value = serverNow() }, second)
  onScopeDispose(() => {
    watchers -= 1
    if (watchers === 0) {
      clearInterval(timer)
      timer = undefined
    }
  }, true)
  return now
}
