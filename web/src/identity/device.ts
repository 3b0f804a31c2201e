const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/i, 'WeChat'], [/DingTalk/i, 'DingTalk'], [/Edg(e|A|iOS)?\//, 'Edge'], [/QQBrowser/i, 'QQ Browser'], [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'], [/Safari/, 'Safari'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS/i, 'HarmonyOS'], [/Android/, 'Android'], [/iPhone|iPad|iOS/, 'iOS'], [/Windows/, 'Windows'], [/Mac OS X|Macintosh/, 'macOS'], [/Linux/, 'Linux'],
]

const first = (table: readonly (readonly [RegExp, string])[], text: string) => table.find(([pattern]) => pattern.test(text))?.[1]

/** What a browser says it is, in two words: Chrome, Windows. Empty when it says nothing known. */
export function deviceName(userAgent: string): string {
  return [first(browsers, userAgent), first(systems, userAgent)].filter(Boolean).join(' · ')
}
