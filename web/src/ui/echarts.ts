import { BarChart, HeatmapChart, LineChart, PieChart } from 'echarts/charts'
import { AriaComponent, DatasetComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, VisualMapComponent } from 'echarts/components'
import { init, registerTheme, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

use([
  BarChart, LineChart, HeatmapChart, PieChart,
  GridComponent, TooltipComponent, LegendComponent, DatasetComponent, MarkLineComponent, VisualMapComponent, AriaComponent,
  CanvasRenderer,
])

/** The one chart theme, read from the tokens of theme.css. */
function registerFromTokens(): void {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(`--tm-${name}`).trim()
  const size = Number.parseFloat(getComputedStyle(document.body).fontSize) - 1
  const text = { color: token('ink-2'), fontFamily: token('font'), fontSize: size }
  const axis = {
    axisLine: { lineStyle: { color: token('line-strong') } },
    axisTick: { show: false },
    axisLabel: text,
    nameTextStyle: text,
    splitLine: { lineStyle: { color: token('line') } },
  }
  registerTheme('techmarket', {
    color: Array.from({ length: 8 }, (_, index) => token(`series-${index + 1}`)),
    textStyle: text,
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: { ...axis, axisLine: { show: false } },
    timeAxis: axis,
    legend: { textStyle: text, itemWidth: 14, itemHeight: 10 },
    tooltip: {
      backgroundColor: token('card'),
      borderColor: token('line'),
      textStyle: { ...text, color: token('ink') },
      extraCssText: `box-shadow: ${token('shadow')}`,
    },
    bar: { barMaxWidth: 36 },
    line: { symbol: 'circle', symbolSize: 6, lineStyle: { width: 2 } },
    visualMap: { textStyle: text, inRange: { color: [token('primary-tint'), token('primary')] } },
  })
}

export function createChart(element: HTMLElement) {
  registerFromTokens()
  return init(element, 'techmarket')
}
