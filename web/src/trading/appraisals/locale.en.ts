export default {
  appraisals: {
    title: 'Title',
    achievementId: 'Achievement',
    methodLabel: 'Method',
    method: { MARKET: 'Comparables', INCOME: 'Income', COST: 'Cost' },
    agency: 'Agency',
    reportNumber: 'Report no.',
    reportedOn: 'Report dated',
    validUntil: 'Valid until',
    expired: 'Expired',
    value: 'Value',
    purpose: 'Purpose',
    filingNumber: 'Filing no.',
    file: 'Report',
    list: { title: 'Appraisal reports', hint: 'Appraisals of your unit\'s achievements; a base price can rest on them.', none: 'No reports yet', noneHint: 'A report on record can be chosen as price basis of a sale.' },
    record: { title: 'Record a report', do: 'Record', missing: 'Fill in: {field}' },
    calc: {
      title: 'Reference values', hint: 'By cost, by income, and from contracts registered on this market.', reference: 'For reference only: no appraisal report and without legal effect.', before: 'Calculated before', do: 'Calculate', print: 'Print', source: 'Calculated from the inputs, for reference only',
    },
    income: {
      how: 'Revenue of each year × sharing rate × (1 − tax), discounted from the year\'s end and added up.', revenues: 'Revenue by year', revenuesHint: 'From next year on, in yuan, separated by blanks.', sharing: 'Sharing rate', tax: 'Tax', discount: 'Discount rate', years: 'By year', year: 'Year',
      revenue: 'Revenue', share: 'Share after tax', factor: 'Factor', presentValue: 'Present value', sensitivity: 'Sensitivity to sharing and discount rate', periodOf: '{count} years',
    },
    cost: {
      how: 'Cost of making it again × (1 + price index) × (1 + profit) × (1 − obsolescence).', items: 'Costs', item: 'Item', itemHint: 'For example staff, material, equipment, tests, fees', add: 'Add an item', index: 'Price index', profit: 'Profit', obsolescence: 'Obsolescence',
    },
    market: {
      how: 'Amounts of contracts registered on this market; no single contract is shown, and nothing under five.', field: 'Field', ipKind: 'Kind of right', maturity: 'Maturity', from: 'From', to: 'To', do: 'Look up', tooFew: 'There are fewer than {least} such contracts; nothing is shown.',
      lower: 'Lower quartile', median: 'Median', upper: 'Upper quartile', count: '{count} contracts, the first registered',
    },
    missing: { title: 'Give a title', revenues: 'Give the revenue of each year', rate: 'Give a sensible percentage', items: 'Give title and amount of each item' },
  },
  problems: {
    'trading/valuation-not-found': 'There is no such calculation, or it is not yours to see.',
    'trading/one-calculation-needed': 'Give the inputs of one calculation.',
  },
}
