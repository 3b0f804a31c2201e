import type { App, Directive, Plugin } from 'vue'
import {
  ElAlert, ElAutocomplete, ElBadge, ElBreadcrumb, ElBreadcrumbItem, ElButton, ElButtonGroup, ElCascader, ElCheckbox, ElCheckboxButton,
  ElCheckboxGroup, ElCollapse, ElCollapseItem, ElConfigProvider, ElDatePicker, ElDescriptions, ElDescriptionsItem, ElDialog, ElDivider,
  ElDrawer, ElDropdown, ElDropdownItem, ElDropdownMenu, ElForm, ElFormItem, ElIcon, ElInput, ElInputNumber, ElInputTag, ElLink, ElLoading, ElOption,
  ElOptionGroup, ElPagination, ElPopconfirm, ElPopover, ElProgress, ElRadio, ElRadioButton, ElRadioGroup, ElSelect, ElSkeleton,
  ElSkeletonItem, ElStep, ElSteps, ElSwitch, ElTable, ElTableColumn, ElTabPane, ElTabs, ElTag, ElTooltip, ElTree,
} from 'element-plus'

/** The Element Plus components of the app; the full style sheet is loaded, so dialogs opened from code have theirs, too. */
export const elements = {
  ElAlert, ElAutocomplete, ElBadge, ElBreadcrumb, ElBreadcrumbItem, ElButton, ElButtonGroup, ElCascader, ElCheckbox, ElCheckboxButton,
  ElCheckboxGroup, ElCollapse, ElCollapseItem, ElConfigProvider, ElDatePicker, ElDescriptions, ElDescriptionsItem, ElDialog, ElDivider,
  ElDrawer, ElDropdown, ElDropdownItem, ElDropdownMenu, ElForm, ElFormItem, ElIcon, ElInput, ElInputNumber, ElInputTag, ElLink, ElOption,
  ElOptionGroup, ElPagination, ElPopconfirm, ElPopover, ElProgress, ElRadio, ElRadioButton, ElRadioGroup, ElSelect, ElSkeleton,
  ElSkeletonItem, ElStep, ElSteps, ElSwitch, ElTable, ElTableColumn, ElTabPane, ElTabs, ElTag, ElTooltip, ElTree,
}

// A wide table scrolls sideways; without a mouse it is reached by Tab (WCAG 2.1.1).
const table = ElTable as unknown as { props: { scrollbarTabindex: { default: number } } }
table.props.scrollbarTabindex.default = 0

export const useElements: Plugin = (app: App) => {
  for (const [name, component] of Object.entries(elements)) app.component(name, component)
  app.directive('loading', ElLoading.directive as Directive)
}
