export default {
  dossier: {
    title: '勤勉尽责档案',
    hint: '将本笔交易的公示、异议处理、定价过程、竞价日志、审批记录、关联关系声明、合同和登记证明汇集为一个压缩包，附哈希清单和离线核验页。每次制作和下载均留痕。',
    export: '导出勤勉尽责档案',
    waiting: '正在汇集材料，等待：{from}',
    packing: '正在制作压缩包',
    source: { listings: '成果库', contracts: '合同与登记' },
    abandoned: '{from}未在规定时间内提供材料，档案没有制作。请稍后重新导出；仍不成功的，请联系平台管理员。',
    done: '档案已制作并下载',
    again: '下载',
    fingerprint: '档案指纹',
    verifier: '下载离线核验页',
  },
  problems: {
    'trading/dossier-not-found': '没有这份档案，或它不对您公开。',
    'trading/dossier-not-ready': '档案还没有制作完成，请稍候或重新导出。',
  },
}
