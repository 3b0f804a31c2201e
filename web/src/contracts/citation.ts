import { i18n } from '@/app/i18n'

/** The books the rules cite by a short name. */
const books: Record<string, { zh: string; en: string }> = {
  民法典: { zh: '《民法典》', en: 'Civil Code' },
  专利法: { zh: '《专利法》', en: 'Patent Law' },
  转化法: { zh: '《促进科技成果转化法》', en: 'Law on Promoting the Transformation of Scientific and Technological Achievements' },
  SPC: { zh: '最高人民法院技术合同司法解释', en: 'Supreme People’s Court, Interpretation on technology contracts' },
  Rnew: { zh: '《技术合同认定规则》（修订本）', en: 'Rules on Recognising Technology Contracts (revised)' },
  R2001: { zh: '《技术合同认定规则》（国科发政字〔2001〕253号）', en: 'Rules on Recognising Technology Contracts (2001)' },
  BJ: { zh: '《北京市技术市场条例》', en: 'Beijing Technology Market Regulations' },
  ZJ: { zh: '《浙江省技术市场条例》', en: 'Zhejiang Technology Market Regulations' },
}
const practice = { zh: '技术合同认定登记办事指南', en: 'Agencies’ guide to recognition and registration' }

/** What a rule rests on, in words; the rules themselves name it by keys: `Rnew 12; SPC 34`, `[F:guide-proc]`. */
export function citation(source: string): string {
  const language = i18n.global.locale.value === 'en' ? 'en' : 'zh'
  const said = source.replace(/\[[^\]]*\]/g, '').split(';').map((part) => part.trim()).filter(Boolean).flatMap((part) => {
    if (/^(DOMAIN|[ALPRS]-\d)/.test(part)) return []
    const [, book, article] = /^(\S+) ([\d(][\d()-]*)$/.exec(part) ?? []
    const name = book && books[book]
    if (!name) return [part]
    return [language === 'en' ? `${name.en}, art. ${article}` : `${name.zh}第 ${article} 条`]
  })
  return said.length ? said.join(language === 'en' ? '; ' : '；') : practice[language]
}
