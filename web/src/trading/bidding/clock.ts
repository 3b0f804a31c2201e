const second = 1000

/** `1:02:03` or `02:03`; days are counted as hours, so that the clock never jumps between forms near the end. */
export function clockText(left: number): string {
  const all = Math.max(0, Math.ceil(left / second))
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor((all % 3600) / 60), all % 60]
  const two = (part: number) => String(part).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${two(minutes)}:${two(seconds)}`
}
