import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { useAsync } from '@/ui/useAsync'
import { getAuction, getLog, liveAddress, type AuctionRoom, type LogEntry } from './api'
import { kept, lastSeq, take, type Update } from './liveRoom'

export type Connection = 'connecting' | 'live' | 'lost' | 'ended'

const silence = 25_000
const again = 3_000

/**
 * A bidding room as it happens. The stream is resumed from the last entry seen, by the browser itself or, when it gave up or went
 * silent, by us; entries missed in between are read from the log.
 */
export function useAuctionRoom(number: Ref<string>) {
  const room = useAsync((signal) => getAuction(number.value, signal))
  const entries = shallowRef<LogEntry[]>([])
  const connection = ref<Connection>('connecting')
  const offset = ref(0)
  const now = ref(Date.now())
  let source: EventSource | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let heardAt = 0
  let filling = false

  async function load(): Promise<void> {
    const answer = await room.run()
    if (!answer) return
    setClock(answer.standing.serverTime)
    await fill(answer, Math.max(1, answer.standing.seq - kept + 1))
    if (answer.standing.endedAt) connection.value = 'ended'
    else listen(answer)
  }

  function listen(known: AuctionRoom): void {
    close()
    source = new EventSource(liveAddress(known.id, lastSeq(entries.value)))
    heardAt = Date.now()
    source.addEventListener('open', () => { connection.value = 'live'; heardAt = Date.now() })
    source.addEventListener('standing', (event) => { void hear(JSON.parse((event as MessageEvent<string>).data) as Update) })
    source.addEventListener('error', () => {
      connection.value = 'lost'
      if (source?.readyState === EventSource.CLOSED) tryAgain()
    })
  }

  async function hear(update: Update): Promise<void> {
    const known = room.data.value
    if (!known) return
    heardAt = Date.now()
    connection.value = 'live'
    setClock(update.standing.serverTime)
    const taken = take({ standing: known.standing, entries: entries.value }, update)
    if (taken.missing !== undefined) await fill(known, taken.missing)
    else entries.value = taken.entries
    room.data.value = { ...known, standing: taken.standing, you: { ...known.you, leading: known.you.code !== null && taken.standing.leader === known.you.code } }
    if (taken.standing.endedAt) {
      connection.value = 'ended'
      close()
    }
  }

  /** Reads what is missing from the log. */
  async function fill(known: AuctionRoom, from: number): Promise<void> {
    if (filling) return
    filling = true
    try {
      let next = from
      for (let more = true; more;) {
        const part = await getLog(known.id, next)
        const fresh = part.entries.filter((entry) => entry.seq > lastSeq(entries.value))
        entries.value = [...entries.value, ...fresh].slice(-kept)
        next = lastSeq(entries.value) + 1
        more = part.more && part.entries.length > 0
      }
    } catch {
      // The next update asks for it again.
    } finally {
      filling = false
    }
  }

  function setClock(serverTime: string): void {
    offset.value = Date.parse(serverTime) - Date.now()
    now.value = Date.now() + offset.value
  }

  function tryAgain(): void {
    close()
    retry ??= setTimeout(() => {
      retry = undefined
      if (room.data.value) listen(room.data.value)
    }, again)
  }

  function close(): void {
    source?.close()
    source = undefined
  }

  const clock = setInterval(() => {
    now.value = Date.now() + offset.value
    if (source && Date.now() - heardAt > silence) {
      connection.value = 'lost'
      tryAgain()
    }
  }, 250)
  watch(number, () => { entries.value = []; room.data.value = undefined; void load() }, { immediate: true })
  onScopeDispose(() => {
    clearInterval(clock)
    clearTimeout(retry)
    close()
  })

  return {
    room, entries, connection, now, load,
    /** The caller's own part anew: after a bid its limit or sealed bid shows. */
    refreshOwn: async () => {
      const known = room.data.value
      if (!known) return
      const answer = await getAuction(known.number)
      const current = room.data.value ?? known
      room.data.value = { ...answer, standing: answer.standing.seq >= current.standing.seq ? answer.standing : current.standing }
    },
    position: computed(() => {
      const own = room.data.value?.you.code
      const at = own ? room.data.value!.standing.ranking.findIndex((place) => place.code === own) : -1
      return at < 0 ? undefined : at + 1
    }),
  }
}
