"""Benefits: the administrative proceeding from the application to the last payment.

What stands where:

- the case: `case` (with `case_beginning`, `case_interviews`, `imported_case`), what is collected in
  it (`assessment`, `interviews`, `evidence`, `means`) and its time (`deadlines`, `due`,
  `timekeeping`, `parameters`);
- the decision: `kinds` says what each kind needs, `drafting` asks for it, `decision` and
  `decision_appeal` lead it to finality, `letter`, `letter_reasons`, `grounds` and `polish` write
  it, `numbers` numbers it, `counting` says what statistics count of it, `reopening` takes it up
  again;
- the benefit after it: `entitlement` (with `entitlement_payments` and, for what is no money,
  `entitlement_giving`), `payments` and the `plan` of payments; `realisation/` holds fees,
  repayments, obliged persons, requests out of a contract, payment lists and monitoring;
- the way into a residential home: `resident` (consent and sheet) and `home_fees` (who pays);
- the team: `practice`, `norms`, `effort`, `hand_over`;
- the calculator, which knows of no case: `calculation/`, its amounts in `legal_parameters`.

`lifecycle` is the table of what may be done in which state. The events of an aggregate stand beside
its rules in `*_events`. Its rooms are those of every service: `api/`, `pages/`, `commands/`,
`queries/`, `projections/`, `disclosures/`, `refusals/`, `reactions`. What things are called stands
in `values` and the `*_words`.

A form of the case page is one row in `pages/acts_of_*.py`: the act of the `lifecycle`, the command,
the input from which the form is drawn; `pages/act_forms` says what a row holds.
"""
