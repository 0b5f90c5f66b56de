"""Benefits: the administrative proceeding from the application to the last payment.

What stands where:

- the case: `case` (with `case_beginning`, `case_interviews`, `imported_case`), what is collected in
  it (`assessment`, `interviews`, `evidence`, `means`) and its time (`deadlines`, `due`,
  `timekeeping`, `parameters`);
- the decision: `kinds` says what each kind needs, `drafting` asks for it, `decision` and
  `decision_appeal` lead it to finality, `letter`, `letter_reasons`, `grounds` and `polish` write
  it, `numbers` numbers it, `counting` says what statistics count of it, `reopening` takes it up
  again;
- the benefit after it: `entitlement`, `payments` and the `plan` of payments; `realisation/` holds
  fees, repayments, obliged persons, requests out of a contract, payment lists and monitoring;
- the team: `practice`, `norms`, `effort`, `hand_over`;
- the calculator, which knows of no case: `calculation/`, its amounts in `legal_parameters`.

`lifecycle` is the table of what may be done in which state. The events of an aggregate stand beside
its rules in `*_events`. Its rooms are those of every service: `api/`, `pages/`, `commands/`,
`queries/`, `projections/`, `disclosures/`, `refusals/`, `reactions`. What things are called stands
in `values`, `words`, `work_words`, `calculation_words` and `history_words`.
"""
