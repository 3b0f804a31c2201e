export default {
  commissions: {},
  problems: {},
  todo: {},
}
