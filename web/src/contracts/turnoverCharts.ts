import type { EChartsCoreOption } from 'echarts/core'
import { exactAmount } from '@/ui/money'
import { plotted } from './amounts'
import type { Cell, Figure, Flow } from './types'

/** The words a chart of the turnover page needs. */
export interface ChartWords {
  name: (cell: Cell) => string
  area: (flow: Flow, end: 'from' | 'to') => string
  contractAmount: string
  technicalAmount: string
  lastYear: string
  thisYear: string
  percent: (rate: number | null | undefined) => string
}

type Table = { columns: string[]; rows: string[][] }

const figures = (figure: Figure, words: ChartWords) => [
  String(figure.count), exactAmount(figure.contractAmount.amount), exactAmount(figure.technicalAmount.amount), exactAmount(figure.lastYearAmount.amount),
  words.percent(figure.growthRate), words.percent(figure.shareRate), figure.average ? exactAmount(figure.average.amount) : '',
]

/** Every figure of a dimension, as S-2 wants it: count, both amounts, last year, growth, share, average. */
export const cellTable = (cells: readonly Cell[], words: ChartWords, columns: readonly string[]): Table => ({
  columns: [...columns], rows: cells.map((cell) => [words.name(cell), ...figures(cell.figure, words)]),
})

export const monthOption = (cells: readonly Cell[], words: ChartWords): EChartsCoreOption => ({
  legend: { top: 0, right: 0 },
  xAxis: { type: 'category', data: cells.map(words.name) },
  yAxis: { type: 'value' },
  series: [
    { name: words.thisYear, type: 'bar', data: cells.map((cell) => plotted(cell.figure.contractAmount)) },
    { name: words.lastYear, type: 'line', data: cells.map((cell) => plotted(cell.figure.lastYearAmount)) },
  ],
})

/** Names down the side, so that long ones can be read. */
export const barOption = (cells: readonly Cell[], words: ChartWords): EChartsCoreOption => ({
  legend: { top: 0, right: 0 },
  grid: { left: 8, right: 24, top: 32, bottom: 8, outerBoundsMode: 'same' },
  xAxis: { type: 'value' },
  yAxis: { type: 'category', inverse: true, data: cells.map(words.name) },
  series: [
    { name: words.contractAmount, type: 'bar', data: cells.map((cell) => plotted(cell.figure.contractAmount)) },
    { name: words.technicalAmount, type: 'bar', data: cells.map((cell) => plotted(cell.figure.technicalAmount)) },
  ],
})

const ends = (flows: readonly Flow[], end: 'from' | 'to', words: ChartWords) => [...new Set(flows.map((flow) => words.area(flow, end)))]

export const flowOption = (flows: readonly Flow[], words: ChartWords): EChartsCoreOption => {
  const from = ends(flows, 'from', words)
  const to = ends(flows, 'to', words)
  const cells = flows.map((flow) => [to.indexOf(words.area(flow, 'to')), from.indexOf(words.area(flow, 'from')), plotted(flow.contractAmount)])
  return {
    tooltip: { trigger: 'item' },
    grid: { left: 8, right: 16, top: 16, bottom: 56, outerBoundsMode: 'same' },
    xAxis: { type: 'category', data: to, axisLabel: { interval: 0, rotate: to.length > 6 ? 30 : 0 } },
    yAxis: { type: 'category', data: from, inverse: true },
    visualMap: { min: 0, max: Math.max(1, ...cells.map((cell) => cell[2]!)), orient: 'horizontal', left: 'center', bottom: 0, itemHeight: 160 },
    series: [{ type: 'heatmap', data: cells, label: { show: true, formatter: (cell: { value: number[] }) => cell.value[2]!.toFixed(0) } }],
  }
}

export const flowTable = (flows: readonly Flow[], words: ChartWords, columns: readonly string[]): Table => ({
  columns: [...columns], rows: flows.map((flow) => [`${words.area(flow, 'from')} → ${words.area(flow, 'to')}`, String(flow.count), exactAmount(flow.contractAmount.amount)]),
})
