export default {
  contracts: {},
  problems: {},
  todo: {},
}
