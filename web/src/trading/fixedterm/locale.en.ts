import problems from './problems.en'

export default {
  fixedTerm: {
    kind: { TRY_THEN_PAY: 'Try first, pay later', OPEN_LICENSE: 'Open patent licence' },
    state: { DRAFT: 'Draft', UNIT_REVIEW: 'With the unit', SUBMITTED: 'In review', RETURNED: 'Returned', NOTICE: 'Price on notice', PUBLISHED: 'Open', EXPIRED: 'Expired', WITHDRAWN: 'Withdrawn' },
    uptakeState: {
      APPLIED: 'Applied', REFUSED: 'Not accepted', WITHDRAWN: 'Taken back', TRIAL: 'Free use', TRIGGERED: 'Last report awaited', PAY_DUE: 'Deal to conclude', CONVERTED: 'Deal concluded', EXITED: 'Ended for free',
      DEFAULTED: 'In default', GUARANTEE_CLAIM: 'Guarantee called on',
    },
    trigger: { TIME: 'The free period ends', SALES: 'The first sale', DECISION: 'The user decides to keep it', threshold: 'Sales reach {amount}' },
    reason: {
      OFFER_OVER: 'The offer is over', FREE_PERIOD_OVER: 'The free period ended before the trigger', REPORT_MISSING: 'The last usage report did not come in time', NOT_CONCLUDED: 'The deal was not concluded in time',
      NOT_SIGNED: 'The contract was not signed', CONTRACT_VOID: 'The contract is void', ACHIEVEMENT_WITHDRAWN: 'The achievement was taken off the market', ACHIEVEMENT_SUSPENDED: 'The achievement is suspended', TRIAL_ENDS: 'The free period ends soon',
      REPORT_DUE: 'A usage report is due soon', REPORT_OVERDUE: 'A usage report is overdue', PAYMENT_DUE: 'The time to conclude ends soon',
    },
    price: {
      example: 'Worked example', sales: 'Sales so far', entryFee: 'Entry fee', royalty: 'Royalty', price: 'To pay', bound: { MINIMUM: 'the minimum', CAP: 'the cap' }, fixed: '{fee} once',
      withEntry: 'Entry fee {fee}', share: '{percent} % of sales', atLeast: 'at least {amount}', atMost: 'at most {amount}', join: ', ',
      cumulative: 'Reckoned on all sales from the first day of use; what was paid before counts. Rounded half up to the cent.',
    },
    terms: {
      title: 'Terms', category: 'Kind of transfer', scope: 'Use', territory: 'Territory', patent: 'Patent', declaration: 'Announcement of the declaration', evaluation: 'Patent evaluation report', free: 'Free period',
      months: '{count} months', days: '{count} days', every: 'every {count} months', trigger: 'Trigger', payWithin: 'Time to conclude', exit: 'Ways out', guarantee: 'Guarantee', priority: 'Priority to buy', price: 'Price',
      paymentWay: 'Payment', period: 'Licence lasts', reports: 'Usage reports', validUntil: 'Open until', contact: 'Contact', notes: 'Further terms',
    },
    public: {
      title: 'Try first and open licences', hint: 'Achievements on public terms that are the same for everybody: use first and pay once a trigger is met, or take a licence at its declared price.', none: 'Nothing fits',
      noneHint: 'Try other words, or look at all of them.', phase: { All: 'All', Open: 'Open', Notice: 'On notice', Ended: 'Ended' }, free: '{count} months free', places: '{count} places left', over: 'It is over',
      how: 'How to take it up', holder: 'Holder', published: 'Published', placesLeft: 'Places left', notice: 'Notice of the price {number}', until: 'Open until', full: 'All places are taken.',
      course: {
        TRY_THEN_PAY: 'Apply and say what for; with the holder\'s yes the free use begins, and you report use and sales. When the trigger is met, the price follows from the published formula; conclude the deal in time and sign the contract. Before the trigger you may leave for free. Not concluding in time is a default.',
        OPEN_LICENSE: 'Give the holder notice in writing and you have a non-exclusive licence; pay as declared. The holder does not choose its licensees.',
      },
      law: {
        TRY_THEN_PAY: 'Public terms never change; a withdrawal does not touch use that has begun.',
        OPEN_LICENSE: 'Patent Law, articles 50 to 52. While the declaration stands no exclusive or sole licence is given; its withdrawal does not touch licences given before.',
      },
    },
    takeUp: {
      purpose: 'What for', purposeHint: { TRY_THEN_PAY: 'Where you will use it and which problem it solves; the holder decides by it.', OPEN_LICENSE: 'Optional.' },
      accepts: { TRY_THEN_PAY: 'We accept all published terms, reports, trigger and default included.', OPEN_LICENSE: 'We accept all declared terms and pay the fee as declared.' },
      do: { TRY_THEN_PAY: 'Apply for free use', OPEN_LICENSE: 'Give notice and take the licence' },
      sure: { TRY_THEN_PAY: 'The holder answers. The free use begins on the day of its yes.', OPEN_LICENSE: 'With the notice the deal is concluded and the licence stands; it cannot be taken back. The contract is drafted as declared.' },
      missing: { purpose: 'Say what for, in at least ten characters', acceptsTerms: 'Confirm the terms' }, signIn: 'Sign in as a purchaser to take it up.', role: 'A purchaser of your organisation takes it up.',
    },
    list: {
      title: 'Try first and open licences', hint: 'What your organisation offers.', hintBureau: 'What organisations have submitted.', create: 'New offer', none: 'Nothing yet',
      noneHint: 'Put a published achievement out to be used.', noneBureau: 'Nothing was submitted.', takers: 'Users / places', applied: '{count} to answer',
    },
    page: {
      public: 'Public page', returned: { unit: 'Returned by {name} of the unit', platform: 'Returned by {name} in review', notice: '{name} upheld an objection; write it anew' }, takers: 'Users', noTakers: 'Nobody has taken it up yet.',
      related: 'Related party', now: 'Now', approved: 'Approved by', reviewed: 'Reviewed by',
    },
    turn: {
      DRAFT: 'Fill in the terms and hand them in.', UNIT_REVIEW: 'The unit\'s approver looks at it.', SUBMITTED: 'The bureau reviews it.', RETURNED: 'Correct it and hand it in again.',
      NOTICE: 'The price formula is on public notice; without an objection it opens afterwards.', PUBLISHED: 'It can be taken up. Terms do not change; withdraw it and make a new one instead.', EXPIRED: 'Expired; use that has begun goes on.',
      WITHDRAWN: 'Withdrawn; use that has begun goes on.',
    },
    do: {
      WRITE: 'Change the terms', SUBMIT: 'Hand in', APPROVE: 'Approve', PUBLISH: 'Publish', RETURN: 'Return', WITHDRAW: 'Withdraw', ACCEPT: 'Let them use it', REFUSE: 'Refuse', TAKE_BACK: 'Take back', DECIDE: 'Keep it',
      EXIT: 'Leave', CONVERT: 'Conclude the deal', CLAIM_GUARANTEE: 'Call on the guarantee', CONFIRM_REPORT: 'Confirm the report', DISPUTE_REPORT: 'Dispute it',
    },
    ask: {
      RETURN: 'Say what has to change.',
      WITHDRAW: 'Say why; the public page shows it. Open applications lapse, use and licences that exist stay. An open licence is also withdrawn at the patent office.', REFUSE: 'Say why; the applicant reads it.',
      TAKE_BACK: 'Say why.', CLAIM_GUARANTEE: 'Say what you claim and on what ground; both sides read it.', DISPUTE_REPORT: 'Say what is wrong; the user corrects it.',
    },
    sure: {
      SUBMIT: 'It cannot be changed until it comes back.', APPROVE: 'The bureau reviews it next.', ACCEPT: 'The free use begins today and takes one place. This cannot be undone.',
      DECIDE: 'The price is due by this; leaving for free is no longer possible. With a royalty, a report up to today is needed.', EXIT: 'You stop using it, pay nothing, and cannot come back. Report up to today.',
      CONVERT: 'Conclude the deal at {price}. It cannot be taken back; the contract is drafted by itself.', CONFIRM_REPORT: 'Sales of {sales} stay as they are once confirmed; if they meet the trigger, the price follows at once.',
    },
    publish: {
      hint: 'Published terms do not change. The price formula of a public body is on notice first.', termsClear: 'Price, payment, period, use and ways out say one thing', notDiscriminatory: 'The conditions favour or exclude nobody without need',
      rightChecked: 'Holder and right were checked; for an open licence, the patent office\'s announcement too',
    },
    form: {
      title: 'New try-first offer or open licence', titleEdit: 'Write the terms', hint: 'Published terms do not change; withdraw and make a new one instead.', subject: 'What is offered', kind: 'Kind', achievementId: 'Achievement',
      achievementHint: 'A published achievement of yours.',
      kindHint: { TRY_THEN_PAY: 'Free use first, the price when a trigger is met; you choose who uses it.', OPEN_LICENSE: 'A patent declared at the patent office, licensed at the declared price to whoever gives notice (Patent Law 50).' },
      noAchievements: 'You have no published achievement.', rules: 'How it goes', ruleTerms: 'Once published, the same terms hold for everybody.',
      ruleClaim: {
        TRY_THEN_PAY: 'While a non-exclusive offer stands, no exclusive deal is made; an assignment, an exclusive or a sole licence has one user.', OPEN_LICENSE: 'While it stands no exclusive or sole licence is given.',
      },
      ruleNotice: 'The price formula of a public body is on notice for {period} before anybody takes it up (Promotion Law 18).', ruleReports: 'A report is due {due} after its period; unanswered for {review} it counts as confirmed.', use: 'Use',
      category: 'Kind of transfer', categoryHint: 'What the deal will be once the trigger is met.', licenceExclusivity: 'Kind of licence', places: 'Places', onePlace: 'There is one place.', periodMonths: 'Licence lasts (months)',
      freeMonths: 'Free period (months)', salesThreshold: 'Sales threshold', thresholdHint: 'The price is due when sales reach it; without one, at the first sale.', payWithinDays: 'Time to conclude (days)',
      payWithinHint: 'Once the price is known; later is a default.', exitHint: 'For example to stop the use and give documents back.', guaranteeHint: 'For example an insurance. Optional.', validHint: 'Nobody takes it up after this day.',
      patentHint: 'Living patents on record.', noPatents: 'This achievement has no living patent.', declarationHint: 'As announced by the patent office.', evaluationHint: 'Needed for a utility model or a design.', priceKind: 'Price',
      priceKinds: { FIXED: 'One fee', ROYALTY: 'A share of the sales' }, fee: 'Fee', rate: 'Share', entryFee: 'Entry fee (optional)', minimum: 'Minimum (optional)', cap: 'Cap (optional)', paymentHint: 'When and how it is paid.',
      reportMonths: 'A report every (months)', trySales: 'Try sales of', yuan: 'yuan', contact: 'Contact', scope: 'Use', territory: 'Territory', paymentWay: 'Payment',
      missing: {
        achievementId: 'Choose an achievement', category: 'Choose the kind of transfer', licenceExclusivity: 'Choose the kind of licence', price: 'Complete the price', territory: 'State the territory', scope: 'State the use',
        places: 'Places are 1 to 1000', validUntil: 'Choose the last day', periodMonths: 'State how long the licence lasts', reportMonths: 'Reports come every 1 to 12 months', paymentWay: 'State the payment', contact: 'Name a contact',
        patentNumber: 'Choose a patent', declarationNumber: 'State the announcement', freeMonths: 'The free period is 1 to 60 months', payWithinDays: 'The time to conclude is 1 to 365 days', exitTerms: 'State the ways out',
        salesThreshold: 'Check the threshold',
      },
    },
    uptakes: {
      title: 'Trials and open licences in use', hint: 'Free periods, reports, prices and deadlines.', side: 'Side', sides: { Taker: 'What we use', Holder: 'Who uses ours' }, taker: 'User', next: 'Next', none: 'Nothing is in use yet',
      browse: 'See what can be taken up', noneHint: { Taker: 'Choose among the public try-first offers and open licences.', Holder: 'Whoever takes up an offer of yours shows here.' },
    },
    uptakeTurn: {
      APPLIED: 'The holder answers.', REFUSED: 'The application was not accepted.', WITHDRAWN: 'The application was taken back or lapsed.', TRIAL: 'Free use; reports are due in time.',
      TRIGGERED: 'The trigger is met; the price follows from the last report once it is confirmed.', PAY_DUE: 'The price is known; the user concludes the deal.', CONVERTED: 'The deal is concluded; contract and payment follow it.',
      EXITED: 'It is over, nothing is owed.', DEFAULTED: 'The user is in default, the place is free again; the holder may call on a guarantee that was agreed.', GUARANTEE_CLAIM: 'The holder called on the guarantee.',
    },
    uptake: {
      offer: 'Terms {number}', reportDue: 'Report due', conclude: 'Conclude', soFar: 'Price so far', soFarHint: 'Reckoned on reported sales nobody disputes; nothing is owed before the trigger.', price: 'Price to pay',
      priceHint: 'Reckoned on confirmed sales.', application: 'User', appliedAt: 'Asked', answer: 'Answer', guaranteeClaim: 'Claim under the guarantee', trial: 'Free period', licence: 'Licence', exitReason: 'Why',
      lastSales: 'Sales from {from} to today', defaultHint: 'Not concluding in time is a default: the use ends, the place is free, the holder may call on the guarantee.',
      until: { TIME: 'Until the price is due', SALES: 'Left of the free period; the price is due when sales reach the threshold', DECISION: 'Until the free period ends; without a decision it is over then' },
    },
    report: {
      title: 'Usage reports', next: 'Next', none: 'There are no reports yet.', from: 'From', to: 'To', toHint: 'It follows the last one without gap or overlap.', sales: 'Sales of this period',
      salesHint: 'Of products or services that use the technology; 0 if there were none.', note: 'Use', do: 'File the report', correct: 'Correct', sure: 'Report sales of {sales} from {from} to {to}. Once the holder confirms, they stay.',
      final: 'Last report', sold: 'Sales', disputed: 'Disputed by {name}:', filed: 'Filed by {name}', answerBy: ', answer due', confirmedBy: 'Confirmed by {name}', bySilence: 'Not answered in time, so confirmed',
      state: { FILED: 'To confirm', DISPUTED: 'Disputed', CONFIRMED: 'Confirmed' }, missing: { to: 'Choose the last day', sales: 'State the sales; 0 if there were none' },
    },
    event: {
      'drafted': 'Drafted', 'rewritten': 'Rewritten', 'submitted': 'Handed in', 'approved': 'Approved by the unit', 'returned': 'Returned', 'published': 'Published', 'opened': 'Notice passed, open', 'withdrawn': 'Withdrawn',
      'expired': 'Expired', 'notice-cancelled': 'Objection upheld, withdrawn', 'notice-to-revise': 'Objection upheld, to correct', 'applied': 'Applied', 'declared': 'Notice of the licence', 'accepted': 'Accepted', 'refused': 'Refused',
      'report-filed': 'Report filed', 'report-disputed': 'Report disputed', 'report-confirmed': 'Report confirmed', 'triggered': 'Trigger met', 'price-reckoned': 'Price reckoned', 'converted': 'Deal concluded', 'exited': 'Ended for free',
      'defaulted': 'In default', 'guarantee-claimed': 'Guarantee called on', 'extended': 'Achievement suspended, time begins anew', 'reminded': 'Reminded', 'fulfilled': 'Contract in effect',
    },
  },
  ui: { deal: { stop: { uptake: 'Free use' } } },
  todo: {
    'fixed-term-offer-to-review': 'Review an offer', 'fixed-term-offer-to-rewrite': 'Write an offer anew', 'fixed-term-offer-to-approve': 'Approve an offer', 'uptake-to-screen': 'Answer an application for free use',
    'usage-report-to-answer': 'Answer a usage report', 'guarantee-to-claim': 'A guarantee can be called on', 'uptake-to-conclude': 'Conclude the deal', 'usage-report-to-correct': 'Correct a usage report',
    'trial-ends-soon': 'A free period ends soon', 'usage-report-to-file': 'File a usage report',
  },
  problems,
}
