export default {
  administration: {},
  problems: {},
  todo: {},
}
