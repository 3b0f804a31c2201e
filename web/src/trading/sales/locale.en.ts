import problems from './problems.en'

export default {
  sales: {
    basePrice: 'Base price',
    deposit: 'Deposit',
    length: 'Announced for',
    state: {
      DRAFT: 'Being written', UNIT_REVIEW: 'Unit approval', SUBMITTED: 'In review', RETURNED: 'Returned', ANNOUNCED: 'Open for registration', CLOSED_FOR_REGISTRATION: 'Registration closed', NEGOTIATING: 'In talks',
      BIDDING: 'Bidding', RESULT_NOTICE: 'Result announced', CONCLUDED: 'Concluded', LAPSED: 'Ended', WITHDRAWN: 'Withdrawn',
    },
    publicState: {
      DRAFT: 'Terms being changed', UNIT_REVIEW: 'Terms being changed', SUBMITTED: 'Terms being changed', RETURNED: 'Terms being changed', ANNOUNCED: 'Open for registration', CLOSED_FOR_REGISTRATION: 'Registration closed', NEGOTIATING: 'In talks',
      BIDDING: 'Bidding', RESULT_NOTICE: 'Result announced', CONCLUDED: 'Concluded', LAPSED: 'Ended', WITHDRAWN: 'Terminated',
    },
    wait: {
      QUALIFICATION: 'Qualification', NOBODY_QUALIFIED: 'Nobody qualified', TALKS_FAILED: 'Talks failed', NO_BID: 'No bid', UNDER_RESERVE: 'Under the reserve', BIDDING_CANCELLED: 'Bidding cancelled',
      RESULT_CANCELLED: 'Result cancelled', DEFAULTED: 'Contract not signed',
    },
    partyState: { INTERESTED: 'Due diligence', REGISTERED: 'To be decided on', QUALIFIED: 'Qualified', REFUSED: 'Not qualified', WITHDRAWN: 'No longer registered', EXCLUDED: 'Deposit not paid' },
    depositState: { DUE: 'to be paid', HELD: 'received', RETURN: 'being returned', APPLY: 'counts towards the price', FORFEIT: 'forfeited', RETURNED: 'returned', APPLIED: 'applied to the price', FORFEITED: 'forfeited' },
    basisKind: { INQUIRY: 'Open inquiry', APPRAISAL: 'Appraisal', OTHER: 'Other' },
    method: { ENGLISH: 'Ascending bids', DUTCH: 'Falling price', SEALED: 'One sealed bid', SEALED_THEN_ENGLISH: 'Sealed, then ascending' },
    methodHint: {
      ENGLISH: 'From the base price upwards; a late bid extends the time; the highest wins.', DUTCH: 'The price falls from a high start; the first to take it wins, at the least at the base price.',
      SEALED: 'One sealed bid each, opened at the end; the highest wins.', SEALED_THEN_ENGLISH: 'One sealed bid each; then bidding goes on from the highest.',
    },
    unit: { MINUTES: 'minutes', HOURS: 'hours', DAYS: 'days', WORKING_DAYS: 'working days', SECONDS: 'seconds' },
    list: {
      title: 'Listed sales', hint: 'Achievements your unit sells in public: terms, review, qualification, talks or bidding, result.', hintBureau: 'Sales handed in by sellers; those to review come first.', create: 'New sale',
      search: 'Title, unit or number', none: 'No sales yet', noneHint: 'A published achievement can be listed to find transferees.', noneBureau: 'They appear here once sellers hand them in.', parties: 'Parties',
      registered: '{count} registered', undecided: '{count} to decide', clock: 'Clock',
    },
    public: {
      title: 'Listed sales', hint: 'Achievements listed for sale: any unit that meets the conditions may register. One qualified party negotiates, several bid.', heading: '{title}: announcement of sale',
      phase: { All: 'All', Open: 'Open', Running: 'Running', Ended: 'Ended' }, none: 'No announcement fits', noneHint: 'Try another filter, or look at ended ones.', announced: 'Announced',
      until: 'Register until', reviewed: 'Reviewed by', extended: 'Extended {count} times', underRevision: 'The terms are being changed and registration is suspended. The period starts again with the new announcement.',
      over: { CONCLUDED: 'Concluded', LAPSED: 'Ended without a deal', WITHDRAWN: 'Terminated' }, result: 'Result', finalPrice: 'Price', byPriority: 'by right of first refusal', toNotice: 'Notice of the result {number}', toBidding: 'To the bidding room {number}',
      subject: 'What is sold', rights: 'Rights', earlier: 'Earlier announcements', round: 'Announcement {round}', replaced: 'Changed because: ', takePart: 'Take part', takePartHint: 'To register, sign in as a purchaser of a verified organisation.',
    },
    terms: {
      price: 'Price and deposit', transfer: 'Transfer and payment', parties: 'Conditions for transferees', noConditions: 'No particular conditions', bidding: 'Bidding', biddingIntro: 'If two or more parties qualify, they bid on the market in this way.',
      extension: 'a bid in the last {seconds} seconds extends it', every: 'every {seconds} seconds',
    },
    reason: {
      DEPOSIT_MISSING: 'The deposit was not paid in time',
      SILENT_CONSENT: 'Nobody objected in time',
      TERMS_CHANGED: 'The announced terms change',
      NOBODY_QUALIFIED: 'Nobody qualified',
      EXTENDED: 'Extended',
      TALKS_FAILED: 'The talks failed',
      NO_BID: 'Nobody bid',
      UNDER_RESERVE: 'Under the reserve',
      BIDDING_CANCELLED: 'Bidding was cancelled',
      RESULT_CANCELLED: 'The result was cancelled',
      DEFAULTED: 'The transferee did not sign',
      CONTRACT_VOID: 'The contract is void',
      NOT_DECIDED: 'Nothing was decided in time',
      SALE_ENDED: 'The sale ended',
      ACHIEVEMENT_WITHDRAWN: 'The achievement was taken off the market',
    },
    documents: { title: 'Documents', none: 'No documents', name: 'Name of the document', add: 'Upload', remove: 'Remove {title}' },
    page: {
      public: 'Public page', returned: { unit: 'Returned by the unit ({name})', platform: 'Returned by the bureau ({name})' }, revising: 'Terms are being changed', now: 'Now', notice: 'Notice of the result', talks: 'To the talks', deal: 'Deal {number}',
      extend: 'Extend ({left} left)', documentsFirst: 'Upload documents on the form before handing in.',
    },
    turn: {
      DRAFT: 'Write the terms and hand them in.', UNIT_REVIEW: 'Waits for the unit\'s approval.', SUBMITTED: 'Waits for the bureau\'s review.', RETURNED: 'Write it anew as the review asks.', ANNOUNCED: 'Registration is open; parties can be decided on at any time.',
      CLOSED_FOR_REGISTRATION: 'Registration is closed.', NEGOTIATING: 'The only qualified party negotiates at not less than the base price.', BIDDING: 'The qualified parties bid.', RESULT_NOTICE: 'The result is announced; without objection the deal is concluded.',
      CONCLUDED: 'Concluded; the contract is signed next.', LAPSED: 'Ended without a deal.', WITHDRAWN: 'Withdrawn or terminated.',
    },
    turnWait: {
      QUALIFICATION: 'Registration is closed: decide on the parties in time. Silence qualifies who has paid.', NOBODY_QUALIFIED: 'Nobody qualified: extend, announce anew or end.',
      TALKS_FAILED: 'The talks failed: announce anew or end.', NO_BID: 'Nobody bid: announce anew or end.', UNDER_RESERVE: 'The highest bid stayed under the reserve: announce anew or end.',
      BIDDING_CANCELLED: 'Bidding was cancelled: announce anew or end.', RESULT_CANCELLED: 'An objection cancelled the result: announce anew or end.', DEFAULTED: 'The contract was not signed: announce anew or end.',
    },
    do: {
      WRITE: 'Write terms', SUBMIT: 'Hand in', APPROVE: 'Approve', RETURN: 'Return', ANNOUNCE: 'Announce', EXTEND: 'Extend', REVISE: 'Change and announce anew', END: 'End the sale', WITHDRAW: 'Withdraw', TERMINATE: 'Terminate',
      CORRECT_RESULT: 'Correct the notice',
    },
    ask: {
      RETURN: 'Say what has to be changed.', REVISE: 'Say why the terms change or the sale is tried again; it is published. Registrations end, deposits go back, the period starts again.', END: 'Say why it ends; it is published.', WITHDRAW: 'Say why it is withdrawn.',
      TERMINATE: 'Say why it is terminated; it is published. All deposits go back.',
    },
    sure: { SUBMIT: 'It goes to approval and review and cannot be changed meanwhile.', APPROVE: 'It goes to the bureau\'s review.', EXTEND: 'The same announcement stays open.' },
    event: {
      drafted: 'Drafted', rewritten: 'Terms written', 'document-added': 'Document added', 'document-removed': 'Document removed', submitted: 'Handed in', approved: 'Approved by the unit', returned: 'Returned', announced: 'Announced', closed: 'Registration closed',
      resolved: 'Parties determined', extended: 'Extended', revised: 'Terms to change', ended: 'Ended', lapsed: 'Ended', withdrawn: 'Withdrawn', terminated: 'Terminated', agreed: 'Agreed', 'talks-failed': 'Talks failed',
      'confirmation-written': 'Confirmation of sale written', 'confirmation-signed': 'Confirmation of sale signed', 'default-reckoned': 'What the first buyer owes', 'bidding-ended': 'Bidding ended', 'bidding-cancelled': 'Bidding cancelled', 'result-cancelled': 'Result cancelled', 'result-corrected': 'Notice corrected', 'deal-concluded': 'Deal concluded', fulfilled: 'Contract in effect', defaulted: 'Transferee in default',
      'fell-through': 'Contract void', 'deposit-held': 'Deposit received', 'nda-confirmed': 'Non-disclosure confirmed', registered: 'Registered', restated: 'Registration changed', qualified: 'Qualified', refused: 'Not qualified',
    },
    checklist: {
      intro: 'Check and confirm each point:', notDiscriminatory: 'The conditions for transferees neither discriminate nor exclude', documentsComplete: 'Proof of right and other documents are complete and legible', basePriceSupported: 'The base price is supported and found properly', transferClear: 'Transfer, payment and period are clear and lawful',
      then: 'Announced terms do not change; the achievement is kept for this sale.',
    },
    parties: {
      title: 'Parties', none: 'Nobody has registered yet.', won: 'Transferee', priority: 'First refusal, rank {rank}', kind: 'Organisation', registered: 'Registered', silence: 'No decision in time: taken as consent', decide: 'Decide',
      lookers: '{count} more look at the achievement without having registered.',
    },
    decide: {
      title: 'Decide on {name}', decision: 'Decision', yes: 'Qualified', no: 'Not qualified', rank: 'Rank of the right of first refusal', rankHint: 'The party claims: {basis}', reason: 'Reason', reasonHint: 'The party sees it.', do: 'Confirm',
      missing: { qualified: 'Choose a decision', reason: 'Give the reason' },
    },
    register: {
      list: 'My registrations', listHint: 'Listed sales your organisation takes part in.', none: 'No registrations yet', noneHint: 'Choose a sale from the announcements.', sale: 'Sale', party: 'Registration', title: 'Register', heading: 'Register: {title}', toAnnouncement: 'To the announcement',
      decided: 'Decision', mine: 'What was stated', edit: 'Change', documents: 'Documents for qualification', wanted: 'The announcement asks for: {list}', amount: 'Amount', dueAt: 'Pay by', toDeal: 'To the deal', withdraw: 'Withdraw the registration',
      withdrawHint: 'Possible until registration closes; the deposit goes back. Give the reason.', statement: 'How the conditions are met', statementHint: 'Go through the conditions one by one.', related: 'Relation to the seller or the inventors', priorityBasis: 'Right of first refusal claimed',
      priorityHint: 'Announced holders: {list}. Whoever claims the right states its basis and uploads the proof.', contact: 'Contact', contactName: 'Name', contactPhone: 'Telephone', accepts: 'I have read and accept the announced terms, and will pay the deposit of {deposit} in time; a transferee that does not sign forfeits it.',
      do: 'Register', save: 'Save',
      missing: { statement: 'Say how the conditions are met', relatedParty: 'State whether there is a relation', contact: 'Give name and telephone', acceptsTerms: 'Registering means accepting the terms' },
    },
    registerTurn: {
      NEW: 'Fill in the registration, then upload documents and pay the deposit.', INTERESTED: 'The detail is open to you. Register before the end to take part.', REGISTERED: 'Registered: upload documents, pay the deposit, await the decision.',
      QUALIFIED: 'Qualified. With the deposit received you negotiate or bid.', READY: 'Qualified, and the deposit is here. After the end of registration you negotiate or bid; you will be notified.', REFUSED: 'Not qualified.', WITHDRAWN: 'No longer registered.', EXCLUDED: 'The deposit was not paid in time.', WON: 'You are the transferee: follow the notice of the result, then sign.',
    },
    diligence: {
      title: 'Due diligence', why: 'After confirming non-disclosure you may open the confidential detail; every opening is recorded.', read: 'Read the text', agree: 'I have read it and agree on behalf of my organisation', open: 'Non-disclosure is confirmed; open the detail on the achievement\'s page.', go: 'To the detail',
    },
    form: {
      title: 'New sale', titleEdit: 'Terms of the sale', hint: 'Announced terms do not change; write them with care.', step_: { subject: 'Subject', transfer: 'Transfer and payment', price: 'Price and period', parties: 'Conditions', auction: 'Auction', bidding: 'Bidding', send: 'Documents and hand-in' },
      achievementId: 'Achievement', achievementHint: 'Published and not in another deal.', noAchievements: 'There is no achievement to sell.', rules: 'How it goes', ruleCourse: 'At the end: one qualified party negotiates at not less than the base price; several bid; with none you extend, change or end.',
      ruleTerms: 'A change after the announcement is reviewed and announced anew and the period starts again.', ruleResult: 'The result is announced for {period}; without objection the contract follows.', payments: 'Payments', paymentsHint: 'As shares of the price, 100 % together. May stay empty for one payment.', percent: 'Share',
      royalty: 'Royalty', royaltyBase: 'Royalty base', startsOn: 'From', endsOn: 'Until', basisKind: 'Price basis', appraisalId: 'Appraisal report', appraisalHint: 'Choose a valid report.', basisStatement: 'How the price was found', basisHint: 'For example the inquiry or the appraisal; it is published.',
      lengthHint: 'At least {shortest}.', depositRate: '{min} to {max} of the base price.', depositRange: '{min} to {max}.', conditions: 'Conditions for transferees', conditionsHint: 'Neither discriminating nor excluding.', documentsWanted: 'Documents to hand in',
      documentsWantedHint: 'For example business licence, power of attorney.', addLine: 'Add a line', contact: 'Contact', contactHint: 'Published for questions.', notes: 'Notes', method: 'Bidding method', step: 'Increment', stepHint: 'A bid is the price plus whole steps.',
      sealedMinutes: 'Sealed bids for', times: 'Periods', timesHint: 'Free bidding does not extend; a bid in the last seconds of the timed period does.', freeMinutes: 'Free', timedMinutes: 'Timed', extensionSeconds: 'Extends by', falling: 'Falling price',
      fallingHint: 'Falls from the start by a step at each interval, down to the base price.', ceilingPrice: 'Start', decrement: 'Step', intervalSeconds: 'Every', lead: 'Opening and first refusal', leadHint: 'How long after fixing the bidders it opens; how long holders may match a sealed or falling price.', leadMinutes: 'Opens after',
      priorityMinutes: 'First refusal', priorities: 'Rights of first refusal', prioritiesHint: 'For example inventors (Civil Code 847), co-developers (860), commissioning party (859), by rank.', priorityName: 'Name', priorityBasis: 'Basis', addPriority: 'Add a holder',
      documentsHint: 'Proof of right, appraisal report and the like; they are published.', thenUnit: 'It goes to your unit\'s approver, then to the bureau.', thenBureau: 'It goes to the bureau.', save: 'Save draft',
      missing: {
        achievementId: 'Choose an achievement', category: 'Choose the kind of transfer', licenceExclusivity: 'Choose the kind of licence', payments: 'Shares add up to 100 % and each has a name; instalments need them', royalty: 'Give rate and base of the royalty', period: 'The period ends before it starts',
        basePrice: 'Give the base price', basisStatement: 'Say how the price was found', appraisalId: 'Choose a report', length: 'The period is too short', deposit: 'The deposit is outside the limits', contact: 'Give a contact', step: 'Give the increment', timed: 'Check the periods; the extension is no longer than the timed period',
        sealedMinutes: 'Say how long sealed bids are taken', falling: 'Check the falling price; it starts above the base price', lead: 'Give the times', priorities: 'Give name and basis of each holder', documents: 'Upload at least one document',
      },
    },
  },
  todo: {
    'sale-to-rewrite': 'Write a sale anew', 'sale-to-approve': 'Approve a sale', 'sale-to-review': 'Review a sale', 'sale-party-to-decide': 'Decide on a party', 'sale-to-decide': 'Decide what follows',
    'sale-result-to-correct': 'Correct a result notice', 'deposit-to-pay': 'Pay a deposit',
  },
  problems,
}
