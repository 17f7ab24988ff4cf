<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ChartAccessible</name>
    <message>
        <source>%1 %2 chart</source>
        <translation>%1 %2 图表</translation>
    </message>
    <message>
        <source>no bars</source>
        <translation>无K线</translation>
    </message>
    <message>
        <source>%1: no bar</source>
        <translation>%1：无K线</translation>
    </message>
    <message>
        <source>%1: open %2, high %3, low %4, close %5</source>
        <translation>%1：开 %2，高 %3，低 %4，收 %5</translation>
    </message>
</context>
<context>
    <name>ChartGrid</name>
    <message>
        <source>One chart</source>
        <translation>单图</translation>
    </message>
    <message>
        <source>Two beside each other</source>
        <translation>左右两图</translation>
    </message>
    <message>
        <source>Two above each other</source>
        <translation>上下两图</translation>
    </message>
    <message>
        <source>Three</source>
        <translation>三图</translation>
    </message>
    <message>
        <source>Four</source>
        <translation>四图</translation>
    </message>
    <message>
        <source>Six</source>
        <translation>六图</translation>
    </message>
    <message>
        <source>Eight</source>
        <translation>八图</translation>
    </message>
</context>
<context>
    <name>ChartLegend</name>
    <message>
        <source>O</source>
        <translation>开</translation>
    </message>
    <message>
        <source>H</source>
        <translation>高</translation>
    </message>
    <message>
        <source>L</source>
        <translation>低</translation>
    </message>
    <message>
        <source>C</source>
        <translation>收</translation>
    </message>
    <message>
        <source>Vol</source>
        <translation>量</translation>
    </message>
</context>
<context>
    <name>ChartPanel</name>
    <message>
        <source>Partial: missing bars are being fetched</source>
        <translation>不完整：正在获取缺失的K线</translation>
    </message>
    <message>
        <source>Resyncing: bars are being brought up to date</source>
        <translation>重新同步：正在更新K线</translation>
    </message>
    <message>
        <source>Stale: no data from the venue</source>
        <translation>过时：没有交易所数据</translation>
    </message>
    <message>
        <source>Stale %1: no data from the venue</source>
        <translation>过时 %1：没有交易所数据</translation>
    </message>
    <message>
        <source>Not connected to the venue</source>
        <translation>未连接交易所</translation>
    </message>
    <message>
        <source>Not connected: the last data is %1 old</source>
        <translation>未连接：最近数据已过 %1</translation>
    </message>
    <message>
        <source>Waiting for the venue</source>
        <translation>等待交易所</translation>
    </message>
    <message>
        <source>The list of instruments has not come yet. It is asked for again by itself.</source>
        <translation>尚未收到合约列表，将自动重新请求。</translation>
    </message>
    <message>
        <source>No instrument</source>
        <translation>未选择合约</translation>
    </message>
    <message>
        <source>Choose one in the watchlist, or type its name here.</source>
        <translation>请在自选列表中选择一个合约，或在此输入其代码。</translation>
    </message>
    <message>
        <source>%1 is not known here</source>
        <translation>未找到 %1</translation>
    </message>
    <message>
        <source>The venue has no such symbol. Type another.</source>
        <translation>交易所没有该品种。请输入其他品种。</translation>
    </message>
    <message>
        <source>%1 could not be loaded</source>
        <translation>无法加载 %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation>正在加载 %1</translation>
    </message>
    <message>
        <source>No %1 bars yet</source>
        <translation>尚无 %1 K线</translation>
    </message>
    <message>
        <source>Nothing has traded in this interval. The first bar appears with the next trade.</source>
        <translation>该周期内没有成交。下一笔成交时出现第一根K线。</translation>
    </message>
    <message>
        <source>Older bars could not be loaded: %1</source>
        <translation>无法加载更早的K线：%1</translation>
    </message>
    <message>
        <source>Going to %1, now at %2. Esc stops.</source>
        <translation>正在前往 %1，当前位于 %2。按 Esc 停止。</translation>
    </message>
    <message>
        <source>Loading history…</source>
        <translation>正在加载历史数据…</translation>
    </message>
</context>
<context>
    <name>DrawingShapes</name>
    <message>
        <source>Target</source>
        <translation>止盈</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>止损</translation>
    </message>
    <message>
        <source>Reward/risk</source>
        <translation>盈亏比</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>根K线</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>根K线</translation>
    </message>
    <message>
        <source>ticks</source>
        <translation>跳</translation>
    </message>
</context>
<context>
    <name>DrawingTools</name>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Click both ends. Shift keeps it level, upright or at 45°.</source>
        <translation>单击两个端点。按住 Shift 保持水平、垂直或 45°。</translation>
    </message>
    <message>
        <source>Click where it belongs.</source>
        <translation>单击要放置的位置。</translation>
    </message>
    <message>
        <source>Click two corners.</source>
        <translation>单击两个角点。</translation>
    </message>
    <message>
        <source>Click the entry, then drag target and stop.</source>
        <translation>单击入场价，然后拖动止盈和止损。</translation>
    </message>
    <message>
        <source>Trend line</source>
        <translation>趋势线</translation>
    </message>
    <message>
        <source>Ray</source>
        <translation>射线</translation>
    </message>
    <message>
        <source>Click the start and a point on its way.</source>
        <translation>单击起点和途经的一点。</translation>
    </message>
    <message>
        <source>Extended line</source>
        <translation>延长线</translation>
    </message>
    <message>
        <source>Click two points on the line.</source>
        <translation>单击线上的两点。</translation>
    </message>
    <message>
        <source>Horizontal line</source>
        <translation>水平线</translation>
    </message>
    <message>
        <source>Click the price.</source>
        <translation>单击价位。</translation>
    </message>
    <message>
        <source>Horizontal ray</source>
        <translation>水平射线</translation>
    </message>
    <message>
        <source>Click where it starts.</source>
        <translation>单击起点。</translation>
    </message>
    <message>
        <source>Vertical line</source>
        <translation>垂直线</translation>
    </message>
    <message>
        <source>Click the moment.</source>
        <translation>单击时间点。</translation>
    </message>
    <message>
        <source>Cross line</source>
        <translation>十字线</translation>
    </message>
    <message>
        <source>Parallel channel</source>
        <translation>平行通道</translation>
    </message>
    <message>
        <source>Click both ends of one side, then the other side.</source>
        <translation>单击一侧的两个端点，再单击另一侧。</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Fibonacci retracement</source>
        <translation>斐波那契回撤</translation>
    </message>
    <message>
        <source>Click where the move starts and ends.</source>
        <translation>单击波段的起点和终点。</translation>
    </message>
    <message>
        <source>Fibonacci extension</source>
        <translation>斐波那契扩展</translation>
    </message>
    <message>
        <source>Click the start and the end of the move, then where it goes on.</source>
        <translation>单击波段的起点和终点，再单击其延续的位置。</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>测量尺</translation>
    </message>
    <message>
        <source>Click both ends. Shift+click measures without leaving a drawing.</source>
        <translation>单击两个端点。Shift+单击只测量，不留下图形。</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>箭头</translation>
    </message>
    <message>
        <source>Click its start, then its tip.</source>
        <translation>单击起点，再单击箭尖。</translation>
    </message>
    <message>
        <source>Up marker</source>
        <translation>向上标记</translation>
    </message>
    <message>
        <source>Down marker</source>
        <translation>向下标记</translation>
    </message>
    <message>
        <source>Long position</source>
        <translation>多头仓位</translation>
    </message>
    <message>
        <source>Short position</source>
        <translation>空头仓位</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>线条</translation>
    </message>
    <message>
        <source>Channel and rectangle</source>
        <translation>通道和矩形</translation>
    </message>
    <message>
        <source>Fibonacci</source>
        <translation>斐波那契</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>仓位</translation>
    </message>
    <message>
        <source>Notes and markers</source>
        <translation>注释和标记</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
</context>
<context>
    <name>Environment</name>
    <message>
        <source>PRACTICE</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>实盘</translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>The built-in practice exchange: no account, no network, no money.</source>
        <translation>内置练习交易所：无需账户、网络和资金。</translation>
    </message>
    <message>
        <source>The venue&apos;s test environment: no real money.</source>
        <translation>交易所的测试环境：不涉及真实资金。</translation>
    </message>
    <message>
        <source>The live market.</source>
        <translation>真实市场。</translation>
    </message>
    <message>
        <source>A recording is being played: nothing here is happening now.</source>
        <translation>正在播放录制数据：这里的一切都不是正在发生的。</translation>
    </message>
    <message>
        <source>Practice exchange</source>
        <translation>练习交易所</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>录制</translation>
    </message>
</context>
<context>
    <name>Errc</name>
    <message>
        <source>A number could not be read. Nothing was changed; check the value.</source>
        <translation>无法读取数字。未作任何更改；请检查该值。</translation>
    </message>
    <message>
        <source>A number is too large to hold exactly. Use a smaller one.</source>
        <translation>数字过大，无法精确保存。请使用较小的数字。</translation>
    </message>
    <message>
        <source>The price is not on the instrument&apos;s tick. Round it to the tick size.</source>
        <translation>价格不符合该合约的最小变动单位。请按最小变动单位取整。</translation>
    </message>
    <message>
        <source>The quantity is not on the instrument&apos;s step. Round it to the step size.</source>
        <translation>数量不符合该合约的数量步长。请按步长取整。</translation>
    </message>
    <message>
        <source>The value is below the instrument&apos;s minimum. Raise it.</source>
        <translation>该值低于合约的最小值。请调高。</translation>
    </message>
    <message>
        <source>The value is above the instrument&apos;s maximum. Lower it.</source>
        <translation>该值高于合约的最大值。请调低。</translation>
    </message>
    <message>
        <source>The order is worth less than the venue accepts. Raise the quantity.</source>
        <translation>订单价值低于交易所的最低要求。请增加数量。</translation>
    </message>
    <message>
        <source>The price is too far from the mark price. Move it closer.</source>
        <translation>价格偏离标记价格过远。请调近一些。</translation>
    </message>
    <message>
        <source>The venue does not list this instrument. Check the symbol.</source>
        <translation>交易所没有该合约。请检查代码。</translation>
    </message>
    <message>
        <source>The instrument is not trading now. Its data is kept.</source>
        <translation>该合约当前未在交易。其数据已保留。</translation>
    </message>
    <message>
        <source>The venue sent a message that cannot be read. It was dropped and the stream is being synchronised again.</source>
        <translation>交易所发来无法读取的消息。已丢弃，数据流正在重新同步。</translation>
    </message>
    <message>
        <source>The venue sent a message of an unexpected shape. It was dropped; if this repeats, look for an update of Spreadline.</source>
        <translation>交易所发来格式异常的消息。已丢弃；若反复出现，请检查 Spreadline 更新。</translation>
    </message>
    <message>
        <source>The venue sent a message over the size limit. The connection is being opened anew.</source>
        <translation>交易所发来的消息超过大小限制。正在重新建立连接。</translation>
    </message>
    <message>
        <source>The venue sent a message of a kind that is not known here. It was ignored.</source>
        <translation>交易所发来未知类型的消息。已忽略。</translation>
    </message>
    <message>
        <source>A message of this stream is missing. The data is greyed until it is synchronised again.</source>
        <translation>该数据流缺少一条消息。重新同步之前数据显示为灰色。</translation>
    </message>
    <message>
        <source>The best bid is above the best ask. The book is greyed until it is synchronised again.</source>
        <translation>最优买价高于最优卖价。重新同步之前订单簿显示为灰色。</translation>
    </message>
    <message>
        <source>The snapshot is older than the stream. Another one is being fetched.</source>
        <translation>快照比数据流旧。正在获取新的快照。</translation>
    </message>
    <message>
        <source>The venue cannot be reached. Check the network; trying again by itself.</source>
        <translation>无法连接交易所。请检查网络；正在自动重试。</translation>
    </message>
    <message>
        <source>The venue&apos;s name cannot be resolved. Check the network, the DNS server and the host name.</source>
        <translation>无法解析交易所域名。请检查网络、DNS 服务器和主机名。</translation>
    </message>
    <message>
        <source>The venue&apos;s certificate is not trusted, so nothing was sent. Check the clock and the network&apos;s proxy.</source>
        <translation>交易所证书不受信任，因此未发送任何数据。请检查系统时钟和网络代理。</translation>
    </message>
    <message>
        <source>The venue did not answer in time. Trying again by itself.</source>
        <translation>交易所未及时响应。正在自动重试。</translation>
    </message>
    <message>
        <source>The connection to the venue was lost. Connecting again by itself.</source>
        <translation>与交易所的连接已断开。正在自动重连。</translation>
    </message>
    <message>
        <source>The venue refuses connections from this network or country. Use another network or venue.</source>
        <translation>交易所拒绝来自此网络或国家/地区的连接。请使用其他网络或交易所。</translation>
    </message>
    <message>
        <source>The venue&apos;s request limit is reached. Waiting until it allows more.</source>
        <translation>已达到交易所的请求限额。正在等待恢复。</translation>
    </message>
    <message>
        <source>The venue has banned this address for a time. Nothing is sent until the ban ends.</source>
        <translation>交易所已暂时封禁此地址。封禁结束前不会发送任何请求。</translation>
    </message>
    <message>
        <source>The venue answered with an unexpected status. Trying again by itself.</source>
        <translation>交易所返回了意外状态。正在自动重试。</translation>
    </message>
    <message>
        <source>The venue refused the request. Its reason is in the log.</source>
        <translation>交易所拒绝了请求。原因见日志。</translation>
    </message>
    <message>
        <source>The venue is not available now. Trying again by itself.</source>
        <translation>交易所当前不可用。正在自动重试。</translation>
    </message>
    <message>
        <source>The clock&apos;s distance to the venue&apos;s clock is not known. Check the system clock.</source>
        <translation>与交易所时钟的偏差未知。请检查系统时钟。</translation>
    </message>
    <message>
        <source>This machine or network does not keep up with the data. Close some charts or watch fewer symbols.</source>
        <translation>本机或网络跟不上数据。请关闭部分图表或减少关注的品种。</translation>
    </message>
    <message>
        <source>The file or entry does not exist. Check its name.</source>
        <translation>文件或条目不存在。请检查名称。</translation>
    </message>
    <message>
        <source>The settings file has a mistake. Mend the line that is named.</source>
        <translation>设置文件有错误。请修正指出的行。</translation>
    </message>
    <message>
        <source>The command is not understood. See --help.</source>
        <translation>无法理解该命令。请参阅 --help。</translation>
    </message>
    <message>
        <source>The file cannot be read as what it should be. Check the line that is named.</source>
        <translation>无法按预期格式读取文件。请检查指出的位置。</translation>
    </message>
    <message>
        <source>A file cannot be written. Check its folder&apos;s permissions and the free space.</source>
        <translation>无法写入文件。请检查文件夹权限和剩余空间。</translation>
    </message>
    <message>
        <source>The database is damaged. It was set aside untouched; restore a backup or start with a new one.</source>
        <translation>数据库已损坏。原文件已原样保留；请恢复备份或使用新的数据库。</translation>
    </message>
    <message>
        <source>The database is held by another program. Close that program.</source>
        <translation>数据库被其他程序占用。请关闭该程序。</translation>
    </message>
    <message>
        <source>The disk is full. Free some space; nothing new is stored until then.</source>
        <translation>磁盘已满。请释放空间；在此之前不会保存新数据。</translation>
    </message>
    <message>
        <source>The database was written by a newer Spreadline. Use that version, or another profile.</source>
        <translation>数据库由更新版本的 Spreadline 写入。请使用该版本或其他配置。</translation>
    </message>
    <message>
        <source>Spreadline already runs on this profile. Use its window, or another profile.</source>
        <translation>Spreadline 已在此配置上运行。请使用其窗口或其他配置。</translation>
    </message>
    <message>
        <source>No system keychain was found. Live trading stays off without one.</source>
        <translation>未找到系统密钥串。没有它，实盘交易将保持关闭。</translation>
    </message>
    <message>
        <source>The engine is busy and did not take the command. Try again.</source>
        <translation>引擎繁忙，未接受该命令。请重试。</translation>
    </message>
    <message>
        <source>A bounded queue is full. The data behind it is being synchronised again.</source>
        <translation>有界队列已满。其后的数据正在重新同步。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>This is not available here.</source>
        <translation>此处不可用。</translation>
    </message>
    <message>
        <source>The stored data were another practice market&apos;s. They are gone, and storing began anew.</source>
        <translation>已存储的数据属于另一个练习市场。这些数据已清除，并重新开始存储。</translation>
    </message>
    <message>
        <source>Stored data are later than the venue&apos;s clock. They are left out and fetched again; check the system clock.</source>
        <translation>已存储的数据晚于交易所时钟。这些数据将被忽略并重新获取；请检查系统时钟。</translation>
    </message>
    <message>
        <source>The market database cannot be opened, so nothing is stored. What this session sees is forgotten when it ends.</source>
        <translation>无法打开行情数据库，因此不会存储任何内容。本次会话的数据将在结束时丢失。</translation>
    </message>
    <message>
        <source>The recording of this session has reached its size limit and ended. What was recorded can be replayed.</source>
        <translation>本次会话的录制已达到大小上限并已停止。已录制的部分可以回放。</translation>
    </message>
    <message>
        <source>A trade does not fit into the bars that are built here. They are shown without it.</source>
        <translation>有一笔成交无法计入本机合成的K线。K线不含该笔成交。</translation>
    </message>
    <message>
        <source>Something went wrong inside Spreadline. Please report it with the log.</source>
        <translation>Spreadline 内部出错。请附上日志报告。</translation>
    </message>
</context>
<context>
    <name>Ladder</name>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>累计</translation>
    </message>
    <message>
        <source>Mid</source>
        <translation>中间价</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>价差</translation>
    </message>
    <message>
        <source>Bids</source>
        <translation>买盘</translation>
    </message>
    <message>
        <source>Asks</source>
        <translation>卖盘</translation>
    </message>
    <message>
        <source>Size to here</source>
        <translation>至此数量</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>价值</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>均价</translation>
    </message>
    <message>
        <source>From mid</source>
        <translation>距中间价</translation>
    </message>
</context>
<context>
    <name>Studies</name>
    <message>
        <source>Enter a whole number from %1 to %2.</source>
        <translation>请输入 %1 至 %2 之间的整数。</translation>
    </message>
    <message>
        <source>Enter a number from %1 to %2.</source>
        <translation>请输入 %1 至 %2 之间的数字。</translation>
    </message>
    <message>
        <source>Enter a time such as 2026-01-31 09:30.</source>
        <translation>请输入时间，例如 2026-01-31 09:30。</translation>
    </message>
    <message>
        <source>Enter a span such as 1d, 8h or 30m, from %1 to %2.</source>
        <translation>请输入时长，例如 1d、8h 或 30m，范围 %1 至 %2。</translation>
    </message>
    <message>
        <source>Enter one of: %1.</source>
        <translation>请输入以下之一：%1。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Averages</source>
        <translation>移动平均线</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Volatility</source>
        <translation>波动率</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>成交量</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Derivatives</source>
        <translation>衍生品</translation>
    </message>
    <message>
        <source>Simple average</source>
        <translation>简单移动平均线</translation>
    </message>
    <message>
        <source>Exponential average</source>
        <translation>指数移动平均线</translation>
    </message>
    <message>
        <source>Wilder&apos;s average</source>
        <translation>威尔德移动平均线</translation>
    </message>
    <message>
        <source>Weighted average</source>
        <translation>加权移动平均线</translation>
    </message>
    <message>
        <source>Double exponential average</source>
        <translation>双重指数移动平均线</translation>
    </message>
    <message>
        <source>Triple exponential average</source>
        <translation>三重指数移动平均线</translation>
    </message>
    <message>
        <source>Hull average</source>
        <translation>赫尔移动平均线</translation>
    </message>
    <message>
        <source>Kaufman adaptive average</source>
        <translation>考夫曼自适应移动平均线</translation>
    </message>
    <message>
        <source>Volume-weighted average</source>
        <translation>成交量加权移动平均线</translation>
    </message>
    <message>
        <source>MACD</source>
        <translation>MACD</translation>
    </message>
    <message>
        <source>Ichimoku cloud</source>
        <translation>一目均衡表</translation>
    </message>
    <message>
        <source>Directional movement and ADX</source>
        <translation>动向指标与 ADX</translation>
    </message>
    <message>
        <source>Parabolic SAR</source>
        <translation>抛物线转向 (SAR)</translation>
    </message>
    <message>
        <source>Supertrend</source>
        <translation>超级趋势</translation>
    </message>
    <message>
        <source>Aroon</source>
        <translation>阿隆指标</translation>
    </message>
    <message>
        <source>Linear regression channel</source>
        <translation>线性回归通道</translation>
    </message>
    <message>
        <source>Heikin-Ashi</source>
        <translation>平均K线</translation>
    </message>
    <message>
        <source>Relative strength index</source>
        <translation>相对强弱指数</translation>
    </message>
    <message>
        <source>Stochastic</source>
        <translation>随机指数</translation>
    </message>
    <message>
        <source>Stochastic RSI</source>
        <translation>随机 RSI</translation>
    </message>
    <message>
        <source>Williams %R</source>
        <translation>威廉指标 %R</translation>
    </message>
    <message>
        <source>Commodity channel index</source>
        <translation>顺势指标</translation>
    </message>
    <message>
        <source>Rate of change</source>
        <translation>变动率指标</translation>
    </message>
    <message>
        <source>Money flow index</source>
        <translation>资金流量指数</translation>
    </message>
    <message>
        <source>Ultimate oscillator</source>
        <translation>终极震荡指标</translation>
    </message>
    <message>
        <source>TRIX</source>
        <translation>TRIX</translation>
    </message>
    <message>
        <source>Bollinger bands</source>
        <translation>布林带</translation>
    </message>
    <message>
        <source>Keltner channel</source>
        <translation>肯特纳通道</translation>
    </message>
    <message>
        <source>Donchian channel</source>
        <translation>唐奇安通道</translation>
    </message>
    <message>
        <source>Average true range</source>
        <translation>平均真实波幅</translation>
    </message>
    <message>
        <source>Average true range, percent</source>
        <translation>平均真实波幅（百分比）</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>On-balance volume</source>
        <translation>能量潮</translation>
    </message>
    <message>
        <source>Accumulation/distribution</source>
        <translation>累积/派发</translation>
    </message>
    <message>
        <source>Chaikin money flow</source>
        <translation>蔡金资金流量</translation>
    </message>
    <message>
        <source>Force index</source>
        <translation>强力指数</translation>
    </message>
    <message>
        <source>VWAP of the session</source>
        <translation>时段 VWAP</translation>
    </message>
    <message>
        <source>Anchored VWAP</source>
        <translation>锚定 VWAP</translation>
    </message>
    <message>
        <source>Cumulative volume delta</source>
        <translation>累积成交量差</translation>
    </message>
    <message>
        <source>Open interest</source>
        <translation>持仓量</translation>
    </message>
    <message>
        <source>Funding rate</source>
        <translation>资金费率</translation>
    </message>
    <message>
        <source>Z-score</source>
        <translation>Z 分数</translation>
    </message>
    <message>
        <source>Correlation with a second symbol</source>
        <translation>与第二品种的相关性</translation>
    </message>
    <message>
        <source>Beta to a second symbol</source>
        <translation>相对第二品种的贝塔</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>慢速</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>Tenkan</source>
        <translation>转换线</translation>
    </message>
    <message>
        <source>Kijun</source>
        <translation>基准线</translation>
    </message>
    <message>
        <source>Span B</source>
        <translation>先行带 B</translation>
    </message>
    <message>
        <source>Displacement</source>
        <translation>位移</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Multiplier</source>
        <translation>乘数</translation>
    </message>
    <message>
        <source>Deviations</source>
        <translation>标准差倍数</translation>
    </message>
    <message>
        <source>K</source>
        <translation>K</translation>
    </message>
    <message>
        <source>K smoothing</source>
        <translation>K 平滑</translation>
    </message>
    <message>
        <source>D</source>
        <translation>D</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>短线</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>中线</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>长线</translation>
    </message>
    <message>
        <source>ATR length</source>
        <translation>ATR 长度</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>偏移</translation>
    </message>
    <message>
        <source>Price of a bar</source>
        <translation>K线价格</translation>
    </message>
    <message>
        <source>Anchor</source>
        <translation>锚点</translation>
    </message>
    <message>
        <source>KAMA</source>
        <translation>KAMA</translation>
    </message>
    <message>
        <source>VWMA</source>
        <translation>VWMA</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>柱状图</translation>
    </message>
    <message>
        <source>Span A</source>
        <translation>先行带 A</translation>
    </message>
    <message>
        <source>Span A here</source>
        <translation>先行带 A（当前）</translation>
    </message>
    <message>
        <source>Span B here</source>
        <translation>先行带 B（当前）</translation>
    </message>
    <message>
        <source>Chikou</source>
        <translation>迟行带</translation>
    </message>
    <message>
        <source>+DI</source>
        <translation>+DI</translation>
    </message>
    <message>
        <source>-DI</source>
        <translation>-DI</translation>
    </message>
    <message>
        <source>DX</source>
        <translation>DX</translation>
    </message>
    <message>
        <source>ADX</source>
        <translation>ADX</translation>
    </message>
    <message>
        <source>ADXR</source>
        <translation>ADXR</translation>
    </message>
    <message>
        <source>SAR</source>
        <translation>SAR</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Aroon up</source>
        <translation>阿隆上行</translation>
    </message>
    <message>
        <source>Aroon down</source>
        <translation>阿隆下行</translation>
    </message>
    <message>
        <source>Oscillator</source>
        <translation>震荡值</translation>
    </message>
    <message>
        <source>Regression</source>
        <translation>回归线</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>斜率</translation>
    </message>
    <message>
        <source>R squared</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>Upper</source>
        <translation>上轨</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>下轨</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>开盘价</translation>
    </message>
    <message>
        <source>High</source>
        <translation>最高价</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>最低价</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>收盘价</translation>
    </message>
    <message>
        <source>RSI</source>
        <translation>RSI</translation>
    </message>
    <message>
        <source>%K</source>
        <translation>%K</translation>
    </message>
    <message>
        <source>%D</source>
        <translation>%D</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原始值</translation>
    </message>
    <message>
        <source>%R</source>
        <translation>%R</translation>
    </message>
    <message>
        <source>CCI</source>
        <translation>CCI</translation>
    </message>
    <message>
        <source>ROC</source>
        <translation>ROC</translation>
    </message>
    <message>
        <source>MFI</source>
        <translation>MFI</translation>
    </message>
    <message>
        <source>Ultimate</source>
        <translation>终极震荡</translation>
    </message>
    <message>
        <source>%B</source>
        <translation>%B</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>带宽</translation>
    </message>
    <message>
        <source>ATR</source>
        <translation>ATR</translation>
    </message>
    <message>
        <source>NATR</source>
        <translation>NATR</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>OBV</source>
        <translation>OBV</translation>
    </message>
    <message>
        <source>A/D</source>
        <translation>A/D</translation>
    </message>
    <message>
        <source>CMF</source>
        <translation>CMF</translation>
    </message>
    <message>
        <source>Force</source>
        <translation>强力值</translation>
    </message>
    <message>
        <source>VWAP</source>
        <translation>VWAP</translation>
    </message>
    <message>
        <source>CVD</source>
        <translation>CVD</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>成交量差</translation>
    </message>
    <message>
        <source>Funding</source>
        <translation>资金费率</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>相关系数</translation>
    </message>
    <message>
        <source>Beta</source>
        <translation>贝塔</translation>
    </message>
    <message>
        <source>Typical</source>
        <translation>典型价</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>成交额均价</translation>
    </message>
    <message>
        <source>hl2</source>
        <translation>hl2</translation>
    </message>
    <message>
        <source>hlc3</source>
        <translation>hlc3</translation>
    </message>
    <message>
        <source>ohlc4</source>
        <translation>ohlc4</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>根K线</translation>
    </message>
    <message>
        <source>An average that is fast when price goes one way and slow when it goes to and fro.</source>
        <translation>价格单边运行时反应快、来回震荡时反应慢的均线。</translation>
    </message>
    <message>
        <source>Mean price of a window, each bar weighted with its volume.</source>
        <translation>窗口内按成交量加权的平均价格。</translation>
    </message>
    <message>
        <source>Mean of the last bars.</source>
        <translation>最近若干根K线的平均值。</translation>
    </message>
    <message>
        <source>An average that forgets gradually.</source>
        <translation>权重逐渐衰减的均线。</translation>
    </message>
    <message>
        <source>Wilder&apos;s smoothing, the one inside RSI and ATR.</source>
        <translation>威尔德平滑，RSI 和 ATR 即采用此法。</translation>
    </message>
    <message>
        <source>The newest bar weighs most, the oldest least.</source>
        <translation>最新K线权重最大，最早的最小。</translation>
    </message>
    <message>
        <source>An exponential average with its lag taken out once.</source>
        <translation>消除一次滞后的指数移动平均线。</translation>
    </message>
    <message>
        <source>An exponential average with its lag taken out twice.</source>
        <translation>消除两次滞后的指数移动平均线。</translation>
    </message>
    <message>
        <source>A weighted average with little lag.</source>
        <translation>滞后很小的加权移动平均线。</translation>
    </message>
    <message>
        <source>Distance of a fast from a slow exponential average, and the average of that distance.</source>
        <translation>快慢两条指数均线之差，以及该差值的均线。</translation>
    </message>
    <message>
        <source>Midpoints of three windows; two of them form a cloud drawn ahead of the price.</source>
        <translation>三个窗口的中点，其中两条构成绘制在价格前方的云带。</translation>
    </message>
    <message>
        <source>How strong the trend is (ADX) and which way it goes (+DI, -DI).</source>
        <translation>趋势的强度 (ADX) 和方向 (+DI, -DI)。</translation>
    </message>
    <message>
        <source>How much faster the stop follows with every new extreme.</source>
        <translation>每创新极值时止损跟随加快的幅度。</translation>
    </message>
    <message>
        <source>The fastest it may become.</source>
        <translation>加速的上限。</translation>
    </message>
    <message>
        <source>A stop that follows the trend and turns over when it is touched.</source>
        <translation>跟随趋势的止损，触及时反转方向。</translation>
    </message>
    <message>
        <source>A stop some true ranges away from the price, which only moves with the trend.</source>
        <translation>与价格相距若干倍真实波幅、只随趋势移动的止损。</translation>
    </message>
    <message>
        <source>Distance in average true ranges.</source>
        <translation>以平均真实波幅的倍数表示的距离。</translation>
    </message>
    <message>
        <source>How long ago the highest high and the lowest low of the window were.</source>
        <translation>窗口内最高点和最低点距今的时间。</translation>
    </message>
    <message>
        <source>The end of a straight line through the window, its slope and fit, and a channel of residual deviations.</source>
        <translation>窗口内回归直线的末端值、斜率和拟合度，以及由残差标准差构成的通道。</translation>
    </message>
    <message>
        <source>Half width of the channel in deviations.</source>
        <translation>以标准差倍数表示的通道半宽。</translation>
    </message>
    <message>
        <source>Averaged candles. For looking at: nothing trades at these prices.</source>
        <translation>平均化的K线。仅供观察：并无成交发生在这些价格。</translation>
    </message>
    <message>
        <source>Share of the gains in all recent movement, 0 to 100.</source>
        <translation>近期涨幅在全部波动中的占比，0 至 100。</translation>
    </message>
    <message>
        <source>Where the close stands between the lowest low and the highest high.</source>
        <translation>收盘价在最低价与最高价之间的位置。</translation>
    </message>
    <message>
        <source>Where the RSI stands between its own recent extremes.</source>
        <translation>RSI 在其近期极值之间的位置。</translation>
    </message>
    <message>
        <source>Where the close stands in the range of the window, -100 at its low and 0 at its high.</source>
        <translation>收盘价在窗口区间内的位置，最低为 -100，最高为 0。</translation>
    </message>
    <message>
        <source>Distance of the typical price from its mean, in mean deviations.</source>
        <translation>典型价与其均值的距离，以平均绝对偏差为单位。</translation>
    </message>
    <message>
        <source>Change since so many bars ago, in percent.</source>
        <translation>相对若干根K线之前的变动，以百分比计。</translation>
    </message>
    <message>
        <source>Change since so many bars ago, in price.</source>
        <translation>相对若干根K线之前的变动，以价格计。</translation>
    </message>
    <message>
        <source>Like RSI, of price times volume.</source>
        <translation>与 RSI 类似，基于价格乘以成交量。</translation>
    </message>
    <message>
        <source>Buying pressure over three windows in one figure.</source>
        <translation>以一个数值综合三个窗口的买盘压力。</translation>
    </message>
    <message>
        <source>Change from bar to bar of a triple exponential average, in percent.</source>
        <translation>三重指数均线逐根K线的变动，以百分比计。</translation>
    </message>
    <message>
        <source>Mean of the window and deviations above and below it.</source>
        <translation>窗口均值及其上下的标准差带。</translation>
    </message>
    <message>
        <source>Distance of the bands in standard deviations.</source>
        <translation>以标准差倍数表示的带距。</translation>
    </message>
    <message>
        <source>An exponential average and average true ranges above and below it.</source>
        <translation>指数均线及其上下若干倍平均真实波幅。</translation>
    </message>
    <message>
        <source>Highest high and lowest low of the window, this bar included. A breakout compares with the bar before.</source>
        <translation>窗口（含当前K线）内的最高价和最低价。判断突破时与前一根K线比较。</translation>
    </message>
    <message>
        <source>Mean movement of a bar, in price.</source>
        <translation>单根K线的平均波动，以价格计。</translation>
    </message>
    <message>
        <source>Mean movement of a bar, in percent of the close.</source>
        <translation>单根K线的平均波动，以收盘价的百分比计。</translation>
    </message>
    <message>
        <source>Population standard deviation of the window.</source>
        <translation>窗口的总体标准差。</translation>
    </message>
    <message>
        <source>typical: (high + low + close)/3, an estimate; quote: quote volume by volume, the true VWAP.</source>
        <translation>典型价：（高 + 低 + 收）/3，为估算值；成交额均价：成交额除以成交量，即真实 VWAP。</translation>
    </message>
    <message>
        <source>Mean price of the session&apos;s trades, weighted with their volume.</source>
        <translation>时段内成交按成交量加权的平均价。</translation>
    </message>
    <message>
        <source>Start of the sessions after 00:00 UTC.</source>
        <translation>各时段相对 00:00 UTC 的起始时间。</translation>
    </message>
    <message>
        <source>Mean price of everything traded since a chosen moment.</source>
        <translation>自选定时刻以来全部成交的平均价。</translation>
    </message>
    <message>
        <source>What was traded in each bar, and its mean.</source>
        <translation>每根K线的成交量及其均值。</translation>
    </message>
    <message>
        <source>Volume added on rising and taken off on falling bars.</source>
        <translation>上涨K线累加、下跌K线扣减的成交量。</translation>
    </message>
    <message>
        <source>Volume summed with the sign and size of the close&apos;s place in its bar.</source>
        <translation>按收盘价在K线内的位置加权累加的成交量。</translation>
    </message>
    <message>
        <source>Share of the window&apos;s volume that closed near the high, less that near the low.</source>
        <translation>窗口内收于高位附近的成交量占比，减去收于低位附近的占比。</translation>
    </message>
    <message>
        <source>Change of the close times volume, averaged.</source>
        <translation>收盘价变动乘以成交量后的均值。</translation>
    </message>
    <message>
        <source>Taker buys less taker sells, summed.</source>
        <translation>主动买入减主动卖出的累计值 (taker)。</translation>
    </message>
    <message>
        <source>Length after which it starts anew; 0: never.</source>
        <translation>经过此时长后重新累计；0：从不。</translation>
    </message>
    <message>
        <source>Contracts open on the venue.</source>
        <translation>交易所的未平仓合约数。</translation>
    </message>
    <message>
        <source>What longs pay shorts at a settlement, as a ratio of the position.</source>
        <translation>结算时多头付给空头的费用，占仓位的比例。</translation>
    </message>
    <message>
        <source>Distance from the mean of the window, in sample standard deviations.</source>
        <translation>与窗口均值的距离，以样本标准差为单位。</translation>
    </message>
    <message>
        <source>Of the log returns of both symbols, over bars that both have.</source>
        <translation>两个品种对数收益率的相关性，取双方都有的K线。</translation>
    </message>
    <message>
        <source>How much this symbol&apos;s log return moves with one of the second symbol&apos;s.</source>
        <translation>第二品种对数收益率每变动一单位时，本品种的变动幅度。</translation>
    </message>
    <message>
        <source>How many bars it looks back.</source>
        <translation>回看的K线数量。</translation>
    </message>
    <message>
        <source>The price it reads.</source>
        <translation>计算所用的价格。</translation>
    </message>
    <message>
        <source>Length of a session.</source>
        <translation>一个时段的长度。</translation>
    </message>
    <message>
        <source>The moment it starts at; empty: the first bar.</source>
        <translation>起算时间；留空：第一根K线。</translation>
    </message>
    <message>
        <source>moving average convergence divergence</source>
        <translation>指数平滑异同移动平均线 moving average convergence divergence</translation>
    </message>
    <message>
        <source>average directional index</source>
        <translation>平均趋向指数 average directional index</translation>
    </message>
    <message>
        <source>stop and reverse trailing</source>
        <translation>止损反转 跟踪止损 stop and reverse trailing</translation>
    </message>
    <message>
        <source>trailing stop</source>
        <translation>跟踪止损 trailing stop</translation>
    </message>
    <message>
        <source>volume-weighted average price</source>
        <translation>成交量加权平均价 volume-weighted average price</translation>
    </message>
    <message>
        <source>order flow</source>
        <translation>订单流 order flow</translation>
    </message>
    <message>
        <source>standard score</source>
        <translation>标准分数 standard score</translation>
    </message>
    <message>
        <source>taker volume</source>
        <translation>主动成交量</translation>
    </message>
    <message>
        <source>quote volume</source>
        <translation>成交额</translation>
    </message>
    <message>
        <source>open interest</source>
        <translation>持仓量</translation>
    </message>
    <message>
        <source>funding rates</source>
        <translation>资金费率</translation>
    </message>
    <message>
        <source>moving average ma</source>
        <translation>均线 移动平均线 moving average ma</translation>
    </message>
    <message>
        <source>The price</source>
        <translation>主图</translation>
    </message>
    <message>
        <source>Its own</source>
        <translation>独立窗格</translation>
    </message>
    <message>
        <source>This chart&apos;s data has no %1.</source>
        <translation>此图表的数据不含%1。</translation>
    </message>
    <message>
        <source>“%1” is not an interval such as 4h or 1d.</source>
        <translation>“%1”不是 4h 或 1d 这样的周期。</translation>
    </message>
    <message>
        <source>“forming” needs an interval: @4h:forming.</source>
        <translation>“forming”需要指定周期：@4h:forming。</translation>
    </message>
    <message>
        <source>%1 has nothing to set.</source>
        <translation>%1没有可设置的参数。</translation>
    </message>
    <message>
        <source>That is too much; there is %1.</source>
        <translation>参数过多；可用参数：%1。</translation>
    </message>
    <message>
        <source>There is no “%1”; there is %2.</source>
        <translation>没有“%1”；可用参数：%2。</translation>
    </message>
    <message>
        <source>There is no indicator “%1”.</source>
        <translation>没有指标“%1”。</translation>
    </message>
    <message>
        <source>There is no indicator “%1”. Did you mean %2?</source>
        <translation>没有指标“%1”。是否指 %2？</translation>
    </message>
</context>
<context>
    <name>SymbolExpression</name>
    <message>
        <source>an operation was expected</source>
        <translation>此处应为运算符</translation>
    </message>
    <message>
        <source>&apos;)&apos; was expected</source>
        <translation>此处应为“)”</translation>
    </message>
    <message>
        <source>a symbol or a number was expected</source>
        <translation>此处应为品种或数字</translation>
    </message>
    <message>
        <source>a symbol or a number is missing</source>
        <translation>缺少品种或数字</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>嵌套过深</translation>
    </message>
    <message>
        <source>names no symbol</source>
        <translation>未包含任何品种</translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <source>Down</source>
        <translation>断开</translation>
    </message>
    <message>
        <source>Resyncing</source>
        <translation>重新同步</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>过时</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>已同步</translation>
    </message>
    <message>
        <source>last data %1 ago</source>
        <translation>最近数据 %1 前</translation>
    </message>
    <message>
        <source>Not open yet</source>
        <translation>尚未开放</translation>
    </message>
    <message>
        <source>Halted</source>
        <translation>暂停交易</translation>
    </message>
    <message>
        <source>Settling</source>
        <translation>结算中</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
</context>
<context>
    <name>spreadline::AboutDialog</name>
    <message>
        <source>About Spreadline</source>
        <translation>关于 Spreadline</translation>
    </message>
    <message>
        <source>A desktop trading terminal for crypto markets.</source>
        <translation>加密货币市场桌面交易终端。</translation>
    </message>
    <message>
        <source>Built with Qt %1, running on Qt %2.</source>
        <translation>使用 Qt %1 构建，运行于 Qt %2。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It uses Qt (LGPL-3.0), simdjson (Apache-2.0), spdlog (MIT), Boost (BSL-1.0), OpenSSL (Apache-2.0), SQLite (public domain), toml++ (MIT), zlib (Zlib) and the Roboto font (Apache-2.0).</source>
        <translation>依据 GNU 通用公共许可证第 3 版或更高版本发布的自由软件。使用了 Qt (LGPL-3.0)、simdjson (Apache-2.0)、spdlog (MIT)、Boost (BSL-1.0)、OpenSSL (Apache-2.0)、SQLite（公有领域）、toml++ (MIT)、zlib (Zlib) 和 Roboto 字体 (Apache-2.0)。</translation>
    </message>
    <message>
        <source>Profile: %1</source>
        <translation>配置目录：%1</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>打开日志文件夹</translation>
    </message>
</context>
<context>
    <name>spreadline::ChannelModel</name>
    <message>
        <source>Trades</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>Order book</source>
        <translation>订单簿</translation>
    </message>
    <message>
        <source>Best bid and ask</source>
        <translation>最优买卖价</translation>
    </message>
    <message>
        <source>Bars %1</source>
        <translation>K线 %1</translation>
    </message>
    <message>
        <source>Mark price</source>
        <translation>标记价格</translation>
    </message>
    <message>
        <source>24 h ticker</source>
        <translation>24 小时行情</translation>
    </message>
    <message>
        <source>Liquidations</source>
        <translation>强平</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>数据流</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>品种</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>时效</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>spreadline::ChartPanel</name>
    <message>
        <source>Latest »</source>
        <translation>最新 »</translation>
    </message>
    <message>
        <source>Jump to the latest bar (End)</source>
        <translation>跳到最新K线 (End)</translation>
    </message>
    <message>
        <source>Jump to the latest bar</source>
        <translation>跳到最新K线</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>品种</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>对比品种</translation>
    </message>
    <message>
        <source>There is nothing older than %1</source>
        <translation>没有早于 %1 的数据</translation>
    </message>
    <message>
        <source>%1 is on the chart already</source>
        <translation>%1 已在图表中</translation>
    </message>
    <message>
        <source>Funding and open interest do not come: %1</source>
        <translation>无法获取资金费率和持仓量：%1</translation>
    </message>
</context>
<context>
    <name>spreadline::CommandPalette</name>
    <message>
        <source>Symbol or command</source>
        <translation>品种或命令</translation>
    </message>
</context>
<context>
    <name>spreadline::ConnectionsPanel</name>
    <message>
        <source>Streams</source>
        <translation>数据流</translation>
    </message>
    <message>
        <source>Frames %1   rejected %2   unknown %3   gaps %4   resyncs %5   reconnects %6   overflows %7   round trip %8</source>
        <translation>消息 %1   拒绝 %2   未知 %3   缺口 %4   重新同步 %5   重连 %6   溢出 %7   往返 %8</translation>
    </message>
</context>
<context>
    <name>spreadline::DockTitle</name>
    <message>
        <source>Float or dock</source>
        <translation>浮动或停靠</translation>
    </message>
    <message>
        <source>Close panel</source>
        <translation>关闭面板</translation>
    </message>
</context>
<context>
    <name>spreadline::GridButton</name>
    <message>
        <source>Charts in the window: %1</source>
        <translation>窗口图表：%1</translation>
    </message>
</context>
<context>
    <name>spreadline::InstrumentHeader</name>
    <message>
        <source>Active instrument</source>
        <translation>当前合约</translation>
    </message>
    <message>
        <source>24h change</source>
        <translation>24h 涨跌</translation>
    </message>
    <message>
        <source>Funding / next</source>
        <translation>资金费率 / 下次</translation>
    </message>
    <message>
        <source>24h volume (%1)</source>
        <translation>24h 成交额 (%1)</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>24h high</source>
        <translation>24h 最高</translation>
    </message>
    <message>
        <source>24h low</source>
        <translation>24h 最低</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>Waiting for the venue&apos;s list of instruments</source>
        <translation>等待交易所的合约列表</translation>
    </message>
</context>
<context>
    <name>spreadline::LadderPanel</name>
    <message>
        <source>Price grouping</source>
        <translation>价格分组</translation>
    </message>
    <message>
        <source>Sizes in base or quote currency</source>
        <translation>以基础或计价货币显示数量</translation>
    </message>
    <message>
        <source>Centred</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>Re-centre</source>
        <translation>重新居中</translation>
    </message>
    <message>
        <source>The spread stays in the middle; scroll to let prices stand still</source>
        <translation>价差保持居中；滚动可固定价格</translation>
    </message>
    <message>
        <source>Bring the spread back to the middle (Home)</source>
        <translation>将价差移回中间 (Home)</translation>
    </message>
    <message>
        <source>Choose an instrument in the watchlist to see its order book.</source>
        <translation>请在自选列表中选择一个合约以查看订单簿。</translation>
    </message>
    <message>
        <source>The list of instruments has not come yet.</source>
        <translation>尚未收到合约列表。</translation>
    </message>
    <message>
        <source>Waiting for the order book of %1.</source>
        <translation>等待 %1 的订单簿。</translation>
    </message>
    <message>
        <source>Resync the order book</source>
        <translation>重新同步订单簿</translation>
    </message>
    <message>
        <source>Keep the spread in the middle</source>
        <translation>使价差居中</translation>
    </message>
</context>
<context>
    <name>spreadline::MainWindow</name>
    <message>
        <source>Watchlist</source>
        <translation>自选</translation>
    </message>
    <message>
        <source>Order book</source>
        <translation>订单簿</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Save layout</source>
        <translation>保存布局</translation>
    </message>
    <message>
        <source>Name of the layout</source>
        <translation>布局名称</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Symbol or command…</source>
        <translation>品种或命令(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Filter the watchlist</source>
        <translation>筛选自选(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Next symbol</source>
        <translation>下一个品种(&amp;N)</translation>
    </message>
    <message>
        <source>Pre&amp;vious symbol</source>
        <translation>上一个品种(&amp;V)</translation>
    </message>
    <message>
        <source>Next &amp;panel</source>
        <translation>下一个面板(&amp;P)</translation>
    </message>
    <message>
        <source>Previous p&amp;anel</source>
        <translation>上一个面板(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Only the chart</source>
        <translation>仅图表(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Rise and fall</source>
        <translation>涨跌颜色(&amp;R)</translation>
    </message>
    <message>
        <source>Green and red</source>
        <translation>绿涨红跌</translation>
    </message>
    <message>
        <source>Red and green</source>
        <translation>红涨绿跌</translation>
    </message>
    <message>
        <source>Blue and orange</source>
        <translation>蓝涨橙跌</translation>
    </message>
    <message>
        <source>La&amp;youts</source>
        <translation>布局(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>Restore the &amp;default layout</source>
        <translation>恢复默认布局(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About Spreadline</source>
        <translation>关于 Spreadline(&amp;A)</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>品种</translation>
    </message>
    <message>
        <source>G&amp;o</source>
        <translation>转到(&amp;O)</translation>
    </message>
    <message>
        <source>Go to &amp;date…</source>
        <translation>转到日期(&amp;D)…</translation>
    </message>
    <message>
        <source>Move symbol &amp;up the watchlist</source>
        <translation>自选中上移品种(&amp;U)</translation>
    </message>
    <message>
        <source>Move symbol do&amp;wn the watchlist</source>
        <translation>自选中下移品种(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Charts</source>
        <translation>图表(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Maximise the chart in the grid</source>
        <translation>在网格中最大化图表(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Link the chart</source>
        <translation>联动图表(&amp;L)</translation>
    </message>
    <message>
        <source>Save chart &amp;image…</source>
        <translation>保存图表图像(&amp;I)…</translation>
    </message>
    <message>
        <source>Save chart image at &amp;double size…</source>
        <translation>保存双倍尺寸图表图像(&amp;D)…</translation>
    </message>
    <message>
        <source>Save chart as S&amp;VG…</source>
        <translation>图表保存为 SVG(&amp;V)…</translation>
    </message>
    <message>
        <source>Save bars and studies as &amp;CSV…</source>
        <translation>K线和指标保存为 CSV(&amp;C)…</translation>
    </message>
    <message>
        <source>C&amp;opy chart image</source>
        <translation>复制图表图像(&amp;O)</translation>
    </message>
    <message>
        <source>Copy the values of the &amp;bar</source>
        <translation>复制该K线的数值(&amp;B)</translation>
    </message>
    <message>
        <source>Copy what is in &amp;sight as CSV</source>
        <translation>可见数据复制为 CSV(&amp;S)</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>时区(&amp;Z)</translation>
    </message>
    <message>
        <source>Time zone…</source>
        <translation>时区…</translation>
    </message>
    <message>
        <source>Symbol or &amp;expression of the chart…</source>
        <translation>图表品种或表达式(&amp;E)…</translation>
    </message>
    <message>
        <source>Co&amp;mpare with…</source>
        <translation>对比品种(&amp;M)…</translation>
    </message>
    <message>
        <source>Next &amp;chart</source>
        <translation>下一个图表(&amp;C)</translation>
    </message>
    <message>
        <source>Previous c&amp;hart</source>
        <translation>上一个图表(&amp;H)</translation>
    </message>
</context>
<context>
    <name>spreadline::NoticeLog</name>
    <message>
        <source>Info</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>警报</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Times in %1</source>
        <translation>时间以 %1 计</translation>
    </message>
</context>
<context>
    <name>spreadline::NoticePanel</name>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
</context>
<context>
    <name>spreadline::PreferencesDialog</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Rise and fall</source>
        <translation>涨跌颜色</translation>
    </message>
    <message>
        <source>Green and red</source>
        <translation>绿涨红跌</translation>
    </message>
    <message>
        <source>Red and green</source>
        <translation>红涨绿跌</translation>
    </message>
    <message>
        <source>Blue and orange</source>
        <translation>蓝涨橙跌</translation>
    </message>
    <message>
        <source>Times in</source>
        <translation>时间显示</translation>
    </message>
    <message>
        <source>Show milliseconds of trades</source>
        <translation>显示成交的毫秒</translation>
    </message>
    <message>
        <source>Flash prices that change</source>
        <translation>价格变动时闪烁</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>语言将在下次启动时更改。</translation>
    </message>
    <message>
        <source>Local time (%1)</source>
        <translation>本地时间 (%1)</translation>
    </message>
</context>
<context>
    <name>spreadline::StatusStrip</name>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Skipped frames</source>
        <translation>跳过帧</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>From the venue&apos;s event to its receipt here: half of all, and all but one in a hundred</source>
        <translation>从交易所事件到本地接收：一半的消息，以及百分之九十九的消息</translation>
    </message>
    <message>
        <source>The venue&apos;s clock minus this machine&apos;s</source>
        <translation>交易所时钟减去本机时钟</translation>
    </message>
    <message>
        <source>Frames the window left out because the engine was still busy with the one before</source>
        <translation>因引擎仍在处理上一帧而被窗口跳过的帧</translation>
    </message>
    <message>
        <source>Request weight used of what the venue allows in a minute</source>
        <translation>已用请求权重占交易所每分钟限额的比例</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>No streams yet</source>
        <translation>尚无数据流</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>banned %1</source>
        <translation>封禁 %1</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>丢弃 %1</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>(%1 old)</source>
        <translation>（%1 前）</translation>
    </message>
    <message>
        <source>Streams %1/%2 synced</source>
        <translation>数据流 %1/%2 已同步</translation>
    </message>
    <message>
        <source>Rows stored: %1</source>
        <translation>已存储行数：%1</translation>
    </message>
    <message>
        <source>Times in %1</source>
        <translation>时间以 %1 计</translation>
    </message>
</context>
<context>
    <name>spreadline::TapeCanvas</name>
    <message>
        <source>Trades</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>No trades to show yet</source>
        <translation>尚无成交</translation>
    </message>
    <message>
        <source>Times in %1</source>
        <translation>时间以 %1 计</translation>
    </message>
</context>
<context>
    <name>spreadline::TapePanel</name>
    <message>
        <source>Smallest trade shown</source>
        <translation>显示的最小成交</translation>
    </message>
    <message>
        <source>Smallest trade shown, by its value in the quote asset</source>
        <translation>显示的最小成交（按计价货币价值）</translation>
    </message>
    <message>
        <source>All sizes</source>
        <translation>全部大小</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>跳过 %1</translation>
    </message>
    <message numerus="yes">
        <source>Paused, %n new: back to the top</source>
        <translation>
            <numerusform>已暂停，%n 笔新成交：回到顶部</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused: back to the top</source>
        <translation>已暂停：回到顶部</translation>
    </message>
</context>
<context>
    <name>spreadline::WatchlistModel</name>
    <message>
        <source>Next funding in %1</source>
        <translation>距下次资金费率 %1</translation>
    </message>
    <message>
        <source>Mark %1, index %2</source>
        <translation>标记 %1，指数 %2</translation>
    </message>
    <message>
        <source>24 h high %1, low %2</source>
        <translation>24 小时最高 %1，最低 %2</translation>
    </message>
    <message>
        <source>%1 %2 in 24 h</source>
        <translation>24 小时 %1 %2</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>品种</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最新价</translation>
    </message>
    <message>
        <source>24h %</source>
        <translation>24h %</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>成交额</translation>
    </message>
    <message>
        <source>Funding</source>
        <translation>资金费率</translation>
    </message>
</context>
<context>
    <name>spreadline::WatchlistPanel</name>
    <message>
        <source>Filter symbols</source>
        <translation>筛选品种</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>自选</translation>
    </message>
    <message>
        <source>The list of instruments has not come yet.</source>
        <translation>尚未收到合约列表。</translation>
    </message>
    <message>
        <source>No symbol matches “%1”. Esc shows all again.</source>
        <translation>没有与“%1”匹配的代码。按 Esc 显示全部。</translation>
    </message>
    <message>
        <source>My own order</source>
        <translation>自定义顺序</translation>
    </message>
    <message>
        <source>Keep this order as my own</source>
        <translation>将当前顺序保存为自定义顺序</translation>
    </message>
    <message>
        <source>Rows can be moved in your own order: right-click a heading</source>
        <translation>仅在自定义顺序下可移动行：右键单击列标题</translation>
    </message>
</context>
<context>
    <name>spreadline::ZoneDialog</name>
    <message>
        <source>City, region or offset</source>
        <translation>城市、地区或 UTC 偏移</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>UTC 偏移</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前时间</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>本地时间</translation>
    </message>
    <message>
        <source>Time zones</source>
        <translation>时区列表</translation>
    </message>
    <message>
        <source>Local time (%1)</source>
        <translation>本地时间 (%1)</translation>
    </message>
    <message>
        <source>&amp;Other zone…</source>
        <translation>其他时区(&amp;O)…</translation>
    </message>
</context>
<context>
    <name>spreadline::chart::ChartCanvas</name>
    <message>
        <source>choose a second symbol</source>
        <translation>请选择第二品种</translation>
    </message>
    <message>
        <source>no bars of %1</source>
        <translation>无 %1 的K线</translation>
    </message>
    <message>
        <source>no taker volume in these bars</source>
        <translation>这些K线没有主动成交量</translation>
    </message>
    <message>
        <source>no quote volume in these bars</source>
        <translation>这些K线没有成交额</translation>
    </message>
    <message>
        <source>no open interest with these bars</source>
        <translation>这些K线没有持仓量</translation>
    </message>
    <message>
        <source>no funding rates with these bars</source>
        <translation>这些K线没有资金费率</translation>
    </message>
    <message>
        <source>does not fit this interval</source>
        <translation>与此周期不兼容</translation>
    </message>
    <message>
        <source>computing</source>
        <translation>计算中</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>All studies, or as many as leave the candles free</source>
        <translation>显示全部指标，或仅显示不遮挡K线的部分</translation>
    </message>
    <message>
        <source>Move the pane up</source>
        <translation>上移窗格</translation>
    </message>
    <message>
        <source>Move the pane down</source>
        <translation>下移窗格</translation>
    </message>
    <message>
        <source>Show all panes</source>
        <translation>显示全部窗格</translation>
    </message>
    <message>
        <source>Give this pane all the room</source>
        <translation>最大化此窗格</translation>
    </message>
    <message>
        <source>Close the pane with its studies</source>
        <translation>关闭窗格及其指标</translation>
    </message>
</context>
<context>
    <name>spreadline::chart::ChartDepth</name>
    <message>
        <source>Volume profile: these bars have no volume</source>
        <translation>成交量分布：这些K线没有成交量</translation>
    </message>
    <message>
        <source>Depth heatmap: nothing recorded yet, it begins now</source>
        <translation>深度热力图：尚无记录，现在开始记录</translation>
    </message>
    <message>
        <source>Depth heatmap: recorded since %1</source>
        <translation>深度热力图：自 %1 起有记录</translation>
    </message>
    <message>
        <source>Footprint: no trades recorded yet</source>
        <translation>足迹图：尚无成交记录</translation>
    </message>
    <message>
        <source>Footprint: bars are too narrow, zoom in</source>
        <translation>足迹图：K线过窄，请放大</translation>
    </message>
    <message>
        <source>Footprint: no trades recorded before %1</source>
        <translation>足迹图：%1 之前没有成交记录</translation>
    </message>
    <message numerus="yes">
        <source>Footprint: %n trades are missing, bars with ~ are incomplete</source>
        <translation>
            <numerusform>足迹图：缺少 %n 笔成交，标有 ~ 的K线不完整</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spreadline::chart::ChartDrawings</name>
    <message>
        <source>The drawing is locked: unlock it first</source>
        <translation>图形已锁定：请先解锁</translation>
    </message>
    <message>
        <source>This symbol has as many drawings as can be kept</source>
        <translation>该品种的图形数量已达上限</translation>
    </message>
</context>
<context>
    <name>spreadline::chart::ChartFiles</name>
    <message>
        <source>Save &amp;image…</source>
        <translation>保存图像(&amp;I)…</translation>
    </message>
    <message>
        <source>Save image at &amp;double size…</source>
        <translation>保存双倍尺寸图像(&amp;D)…</translation>
    </message>
    <message>
        <source>Save as S&amp;VG…</source>
        <translation>保存为 SVG(&amp;V)…</translation>
    </message>
    <message>
        <source>Save bars and studies as &amp;CSV…</source>
        <translation>K线和指标保存为 CSV(&amp;C)…</translation>
    </message>
    <message>
        <source>C&amp;opy image</source>
        <translation>复制图像(&amp;O)</translation>
    </message>
    <message>
        <source>Copy the values of the &amp;bar</source>
        <translation>复制该K线的数值(&amp;B)</translation>
    </message>
    <message>
        <source>Copy what is in &amp;sight as CSV</source>
        <translation>可见数据复制为 CSV(&amp;S)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>PNG image (*.png)</source>
        <translation>PNG 图像 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG 矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>The picture of %1 is in the clipboard</source>
        <translation>%1 的图像已复制到剪贴板</translation>
    </message>
    <message>
        <source>The values of %1 are in the clipboard</source>
        <translation>%1 的数值已复制到剪贴板</translation>
    </message>
</context>
<context>
    <name>spreadline::chart::ChartLayers</name>
    <message>
        <source>An expression has no trades and no book of its own</source>
        <translation>表达式没有自己的成交和订单簿</translation>
    </message>
    <message>
        <source>Only for bars of a fixed time</source>
        <translation>仅适用于固定时间的K线</translation>
    </message>
    <message>
        <source>Volume profile</source>
        <translation>成交量分布</translation>
    </message>
    <message>
        <source>Footprint</source>
        <translation>足迹图</translation>
    </message>
    <message>
        <source>Depth heatmap</source>
        <translation>深度热力图</translation>
    </message>
</context>
<context>
    <name>spreadline::chart::ChartLinks</name>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>青色</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>不联动</translation>
    </message>
</context>
<context>
    <name>spreadline::chart::ChartMenu</name>
    <message>
        <source>Add an &amp;indicator…</source>
        <translation>添加指标(&amp;I)…</translation>
    </message>
    <message>
        <source>Indicator se&amp;ts</source>
        <translation>指标模板(&amp;T)</translation>
    </message>
    <message>
        <source>Co&amp;mpare</source>
        <translation>对比品种(&amp;M)</translation>
    </message>
    <message>
        <source>Chart st&amp;yle</source>
        <translation>图表类型(&amp;Y)</translation>
    </message>
    <message>
        <source>Price s&amp;cale</source>
        <translation>价格坐标(&amp;A)</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>显示(&amp;H)</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>时区(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>隐藏(&amp;B)</translation>
    </message>
    <message>
        <source>To a pane of its &amp;own</source>
        <translation>移到独立窗格(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Over the candles</source>
        <translation>叠加到主图(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>复制图形(&amp;V)</translation>
    </message>
    <message>
        <source>Un&amp;lock</source>
        <translation>解锁(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>锁定(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>层次(&amp;O)</translation>
    </message>
    <message>
        <source>To the &amp;front</source>
        <translation>置于顶层(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>上移一层(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Backward</source>
        <translation>下移一层(&amp;B)</translation>
    </message>
    <message>
        <source>To the b&amp;ack</source>
        <translation>置于底层(&amp;A)</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Co&amp;lour</source>
        <translation>颜色(&amp;L)</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>琥珀色</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>青色</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>玫红色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>As the text</source>
        <translation>同文字颜色</translation>
    </message>
    <message>
        <source>&amp;Other…</source>
        <translation>其他(&amp;O)…</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Move pane &amp;up</source>
        <translation>上移窗格(&amp;U)</translation>
    </message>
    <message>
        <source>Move pane &amp;down</source>
        <translation>下移窗格(&amp;D)</translation>
    </message>
    <message>
        <source>All &amp;panes</source>
        <translation>全部窗格(&amp;P)</translation>
    </message>
    <message>
        <source>Only this &amp;pane</source>
        <translation>仅此窗格(&amp;P)</translation>
    </message>
    <message>
        <source>Remove pa&amp;ne</source>
        <translation>移除窗格(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Go to date…</source>
        <translation>转到日期(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Jump to the latest bar</source>
        <translation>跳到最新K线(&amp;J)</translation>
    </message>
    <message>
        <source>End</source>
        <translation>End</translation>
    </message>
    <message>
        <source>&amp;Reset the view</source>
        <translation>重置视图(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save these…</source>
        <translation>保存当前指标(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>删除(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Add a symbol…</source>
        <translation>添加品种(&amp;A)…</translation>
    </message>
    <message>
        <source>Remove a&amp;ll</source>
        <translation>全部移除(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Linear</source>
        <translation>线性(&amp;L)</translation>
    </message>
    <message>
        <source>Lo&amp;garithmic</source>
        <translation>对数(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Percent</source>
        <translation>百分比(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Inverted</source>
        <translation>反转(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Fitted to what is seen</source>
        <translation>自动适应可见数据(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Volume</source>
        <translation>成交量(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Highest and lowest price</source>
        <translation>最高价和最低价(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Time until the bar closes</source>
        <translation>K线收盘倒计时(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Drawing tools</source>
        <translation>绘图工具(&amp;D)</translation>
    </message>
    <message>
        <source>Remove all drawin&amp;gs</source>
        <translation>移除所有图形(&amp;W)</translation>
    </message>
    <message>
        <source>Remove all indi&amp;cators</source>
        <translation>移除所有指标(&amp;X)</translation>
    </message>
    <message numerus="yes">
        <source>%n indicators removed</source>
        <translation>
            <numerusform>已移除 %n 个指标</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message numerus="yes">
        <source>%n drawings removed</source>
        <translation>
            <numerusform>已移除 %n 个图形</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Price</source>
        <translation>价格(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>时间(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Values of the bar</source>
        <translation>该K线的数值(&amp;V)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>开盘价</translation>
    </message>
    <message>
        <source>High</source>
        <translation>最高价</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>最低价</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>收盘价</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>成交量</translation>
    </message>
</context>
<context>
    <name>spreadline::chart::ChartStudies</name>
    <message>
        <source>This does not fit the bars of the chart</source>
        <translation>与图表的K线周期不兼容</translation>
    </message>
    <message>
        <source>Save indicators</source>
        <translation>保存指标</translation>
    </message>
    <message>
        <source>Name of the set</source>
        <translation>模板名称</translation>
    </message>
    <message>
        <source>It could not be kept: the name is too long, or there are too many</source>
        <translation>无法保存：名称过长或模板过多</translation>
    </message>
</context>
<context>
    <name>spreadline::chart::ChartToolbar</name>
    <message>
        <source>Drawing tools</source>
        <translation>绘图工具</translation>
    </message>
    <message>
        <source>Symbol or expression; or type it on the chart</source>
        <translation>品种或表达式；也可在图表上直接输入</translation>
    </message>
    <message>
        <source>Chart style</source>
        <translation>图表类型</translation>
    </message>
    <message>
        <source>Add an indicator</source>
        <translation>添加指标</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Compare with other symbols</source>
        <translation>与其他品种对比</translation>
    </message>
    <message>
        <source>Logarithmic scale (Alt+L)</source>
        <translation>对数坐标 (Alt+L)</translation>
    </message>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>Percent scale (Alt+P)</source>
        <translation>百分比坐标 (Alt+P)</translation>
    </message>
    <message>
        <source>Fit the price scale to what is seen</source>
        <translation>价格坐标自动适应可见数据</translation>
    </message>
    <message>
        <source>A</source>
        <comment>automatic scale, as short as can be</comment>
        <translation>A</translation>
    </message>
    <message>
        <source>Picture and data of this chart</source>
        <translation>此图表的图像和数据</translation>
    </message>
    <message>
        <source>Only this chart, or all panels again</source>
        <translation>仅此图表，或恢复所有面板</translation>
    </message>
    <message>
        <source>Candles</source>
        <translation>K线图</translation>
    </message>
    <message>
        <source>Hollow candles</source>
        <translation>空心K线图</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>美国线</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线形图</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积图</translation>
    </message>
    <message>
        <source>Heikin-Ashi</source>
        <translation>平均K线图</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>品种</translation>
    </message>
    <message>
        <source>Chart style: %1</source>
        <translation>图表类型：%1</translation>
    </message>
</context>
<context>
    <name>spreadline::chart::DatePrompt</name>
    <message>
        <source>Go to date</source>
        <translation>转到日期</translation>
    </message>
    <message>
        <source>2026-03-14 09:30 · 03-14 · 09:30</source>
        <translation>2026-03-14 09:30 · 03-14 · 09:30</translation>
    </message>
    <message>
        <source>No such date</source>
        <translation>没有这样的日期</translation>
    </message>
    <message>
        <source>Too far back for these bars: choose a longer interval first</source>
        <translation>对于这种K线来说太久远：请先选择更长的周期</translation>
    </message>
    <message>
        <source>Enter: %1</source>
        <translation>回车：%1</translation>
    </message>
</context>
<context>
    <name>spreadline::chart::IntervalBar</name>
    <message>
        <source>All intervals; or type one on the chart: 15, 1h, 30s, 100t</source>
        <translation>全部周期；也可在图表上输入：15、1h、30s、100t</translation>
    </message>
    <message>
        <source>All intervals</source>
        <translation>全部周期</translation>
    </message>
    <message>
        <source>Interval %1</source>
        <translation>周期 %1</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Minutes to months</source>
        <translation>分钟至月</translation>
    </message>
    <message>
        <source>Trades a bar</source>
        <translation>每根K线成交笔数</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>spreadline::chart::IntervalPrompt</name>
    <message>
        <source>Change interval</source>
        <translation>更改周期</translation>
    </message>
    <message>
        <source>Enter: %1 bars</source>
        <translation>回车：%1 K线</translation>
    </message>
    <message>
        <source>No such interval</source>
        <translation>没有此周期</translation>
    </message>
    <message>
        <source>15 · 1h · 15s · 1d · 100t</source>
        <translation>15 · 1h · 15s · 1d · 100t</translation>
    </message>
</context>
<context>
    <name>spreadline::chart::LinkButton</name>
    <message>
        <source>In no link group: click to link this chart with others</source>
        <translation>未联动：单击可与其他图表联动</translation>
    </message>
    <message>
        <source>Link group %1, %2</source>
        <translation>联动组 %1，%2</translation>
    </message>
    <message>
        <source>C&amp;lose this chart</source>
        <translation>关闭此图表(&amp;L)</translation>
    </message>
    <message>
        <source>Linked: &amp;symbol</source>
        <translation>联动品种(&amp;S)</translation>
    </message>
    <message>
        <source>Linked: &amp;interval</source>
        <translation>联动周期(&amp;I)</translation>
    </message>
    <message>
        <source>Linked: &amp;crosshair</source>
        <translation>联动十字光标(&amp;C)</translation>
    </message>
    <message>
        <source>Linked: &amp;dates in sight</source>
        <translation>联动可见时间范围(&amp;D)</translation>
    </message>
</context>
<context>
    <name>spreadline::chart::SymbolPrompt</name>
    <message>
        <source>The venue has no symbol %1</source>
        <translation>交易所没有品种 %1</translation>
    </message>
    <message>
        <source>Bars that count trades or an amount have no common times: choose an interval of time first</source>
        <translation>按成交笔数或数量划分的K线没有共同时间：请先选择时间周期</translation>
    </message>
    <message>
        <source>%1 at character %2</source>
        <translation>%1（第 %2 个字符）</translation>
    </message>
    <message>
        <source>Not understood at character %1</source>
        <translation>第 %1 个字符处无法识别</translation>
    </message>
    <message>
        <source>A symbol, or an expression: BTCUSDT/ETHUSDT</source>
        <translation>品种或表达式：BTCUSDT/ETHUSDT</translation>
    </message>
    <message>
        <source>The venue&apos;s list has not come yet</source>
        <translation>尚未收到交易所的列表</translation>
    </message>
    <message>
        <source>Enter: %1</source>
        <translation>回车：%1</translation>
    </message>
</context>
<context>
    <name>spreadline::drawing::DrawingDialog</name>
    <message>
        <source>Style</source>
        <translation>样式</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>水平位</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>可见性</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>线宽</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 像素</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>线型</translation>
    </message>
    <message>
        <source>Solid</source>
        <translation>实线</translation>
    </message>
    <message>
        <source>Dashed</source>
        <translation>虚线</translation>
    </message>
    <message>
        <source>Dotted</source>
        <translation>点线</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线条</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Extend to the left</source>
        <translation>向左延伸</translation>
    </message>
    <message>
        <source>Extend to the right</source>
        <translation>向右延伸</translation>
    </message>
    <message>
        <source>Show figures</source>
        <translation>显示数值</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>入场</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>止盈</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>止损</translation>
    </message>
    <message>
        <source>Point %1</source>
        <translation>点 %1</translation>
    </message>
    <message>
        <source>Times in %1</source>
        <translation>时间以 %1 计</translation>
    </message>
    <message>
        <source>On all intervals</source>
        <translation>所有周期</translation>
    </message>
    <message>
        <source>Only on</source>
        <translation>仅在</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>已隐藏</translation>
    </message>
</context>
<context>
    <name>spreadline::drawing::DrawingToolbar</name>
    <message>
        <source>Drawing tools</source>
        <translation>绘图工具</translation>
    </message>
    <message>
        <source>Select and move</source>
        <translation>选择和移动</translation>
    </message>
    <message>
        <source>Magnet off</source>
        <translation>磁吸关闭</translation>
    </message>
    <message>
        <source>Weak magnet: near a price of the bar</source>
        <translation>弱磁吸：靠近K线价位时</translation>
    </message>
    <message>
        <source>Strong magnet: always</source>
        <translation>强磁吸：始终</translation>
    </message>
    <message>
        <source>Keep the tool</source>
        <translation>保持当前工具</translation>
    </message>
    <message>
        <source>Draw one after the other.</source>
        <translation>连续绘制多个图形。</translation>
    </message>
    <message>
        <source>Remove all drawings</source>
        <translation>移除所有图形</translation>
    </message>
    <message>
        <source>Ctrl+Z brings them back.</source>
        <translation>按 Ctrl+Z 可恢复。</translation>
    </message>
    <message>
        <source>Weak magnet</source>
        <translation>弱磁吸</translation>
    </message>
    <message>
        <source>Strong magnet</source>
        <translation>强磁吸</translation>
    </message>
    <message>
        <source>Catches open, high, low and close. Ctrl turns it about.</source>
        <translation>吸附到开盘、最高、最低和收盘价。按住 Ctrl 反向切换。</translation>
    </message>
    <message>
        <source>Unlock all drawings</source>
        <translation>解锁所有图形</translation>
    </message>
    <message>
        <source>Lock all drawings</source>
        <translation>锁定所有图形</translation>
    </message>
    <message>
        <source>Show all drawings</source>
        <translation>显示所有图形</translation>
    </message>
    <message>
        <source>Hide all drawings</source>
        <translation>隐藏所有图形</translation>
    </message>
</context>
<context>
    <name>spreadline::drawing::InkPicker</name>
    <message>
        <source>Accent</source>
        <translation>强调色</translation>
    </message>
    <message>
        <source>Text colour</source>
        <translation>文字颜色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>Rise</source>
        <translation>上涨</translation>
    </message>
    <message>
        <source>Fall</source>
        <translation>下跌</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>琥珀色</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>青色</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Own colour…</source>
        <translation>自定义颜色…</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>玫红色</translation>
    </message>
</context>
<context>
    <name>spreadline::drawing::LevelsEditor</name>
    <message>
        <source>Add a level</source>
        <translation>添加水平位</translation>
    </message>
    <message>
        <source>Show this level</source>
        <translation>显示此水平位</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>比率</translation>
    </message>
    <message>
        <source>Remove this level</source>
        <translation>移除此水平位</translation>
    </message>
</context>
<context>
    <name>spreadline::ladder::LadderCanvas</name>
    <message>
        <source>Order book</source>
        <translation>订单簿</translation>
    </message>
    <message>
        <source>Best bid %1, best ask %2</source>
        <translation>最优买价 %1，最优卖价 %2</translation>
    </message>
</context>
<context>
    <name>spreadline::studies::InputsPage</name>
    <message>
        <source>Longer bars than the chart&apos;s own: the study of 4h bars over 15m ones.</source>
        <translation>使用比图表更长的周期：例如在 15m 图表上显示 4h 的指标。</translation>
    </message>
    <message>
        <source>As the chart (%1)</source>
        <translation>与图表相同 (%1)</translation>
    </message>
    <message>
        <source>As the chart</source>
        <translation>与图表相同</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Closed bars only</source>
        <translation>仅已收盘K线</translation>
    </message>
    <message>
        <source>The forming bar too</source>
        <translation>包含未收盘K线</translation>
    </message>
    <message>
        <source>A forming bar&apos;s value changes until the bar closes.</source>
        <translation>未收盘K线的数值在收盘前会不断变化。</translation>
    </message>
    <message>
        <source>Values of</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Second symbol</source>
        <translation>第二品种</translation>
    </message>
    <message>
        <source>Bars of %1 do not make up bars of %2.</source>
        <translation>%1 K线无法合成 %2 K线。</translation>
    </message>
    <message>
        <source>Enter the symbol to compare with.</source>
        <translation>请输入要对比的品种。</translation>
    </message>
    <message>
        <source>There is no symbol “%1” here.</source>
        <translation>此处没有品种“%1”。</translation>
    </message>
</context>
<context>
    <name>spreadline::studies::LooksPage</name>
    <message>
        <source>It is not drawn. Ticked, its value stands in the legend.</source>
        <translation>不绘制。勾选后数值显示在图例中。</translation>
    </message>
    <message>
        <source>In the legend only</source>
        <translation>仅在图例中</translation>
    </message>
    <message>
        <source>Colour of %1</source>
        <translation>%1的颜色</translation>
    </message>
    <message>
        <source>Colour. The colour of rises stands for both, rise and fall.</source>
        <translation>颜色。上涨颜色同时代表涨跌两色。</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Width of %1</source>
        <translation>%1的线宽</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 像素</translation>
    </message>
    <message>
        <source>Pattern of %1</source>
        <translation>%1的线型</translation>
    </message>
    <message>
        <source>Solid</source>
        <translation>实线</translation>
    </message>
    <message>
        <source>Dashed</source>
        <translation>虚线</translation>
    </message>
    <message>
        <source>Dotted</source>
        <translation>点线</translation>
    </message>
</context>
<context>
    <name>spreadline::studies::StudyDetail</name>
    <message>
        <source>Second symbol</source>
        <translation>第二品种</translation>
    </message>
    <message>
        <source>Add to chart</source>
        <translation>添加到图表</translation>
    </message>
    <message>
        <source>First bar</source>
        <translation>第一根K线</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>%1, forming too</source>
        <translation>%1，含未收盘</translation>
    </message>
    <message>
        <source>Pane</source>
        <translation>窗格</translation>
    </message>
    <message>
        <source>Remove from favourites</source>
        <translation>取消收藏</translation>
    </message>
    <message>
        <source>Add to favourites</source>
        <translation>加入收藏</translation>
    </message>
    <message>
        <source>Enter the symbol to compare with.</source>
        <translation>请输入要对比的品种。</translation>
    </message>
    <message>
        <source>There is no symbol “%1” here.</source>
        <translation>此处没有品种“%1”。</translation>
    </message>
</context>
<context>
    <name>spreadline::studies::StudyDialog</name>
    <message>
        <source>Inputs</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>样式</translation>
    </message>
    <message>
        <source>Reset to defaults</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Save as default</source>
        <translation>保存为默认</translation>
    </message>
    <message>
        <source>New ones of this kind begin with these settings.</source>
        <translation>新添加的同类指标将使用这些设置。</translation>
    </message>
</context>
<context>
    <name>spreadline::studies::StudyPicker</name>
    <message>
        <source>Indicator, or one with its settings: ema 50 4h</source>
        <translation>指标，可带参数：ema 50 4h</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Recently used</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Enter adds · Up and Down choose · Esc closes</source>
        <translation>回车添加 · 上下键选择 · Esc 关闭</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>Bars of %1 do not make up bars of %2.</source>
        <translation>%1 K线无法合成 %2 K线。</translation>
    </message>
    <message>
        <source>Nothing is called “%1”.</source>
        <translation>没有名为“%1”的指标。</translation>
    </message>
    <message>
        <source>Nothing is starred yet. Click the star of an indicator.</source>
        <translation>尚无收藏。单击指标旁的星标即可收藏。</translation>
    </message>
    <message>
        <source>Nothing was used yet.</source>
        <translation>尚未使用过指标。</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>已添加：%1</translation>
    </message>
</context>
<context>
    <name>spreadline::studies::StudyRows</name>
    <message>
        <source>%1, added</source>
        <translation>%1，已添加</translation>
    </message>
</context>
<context>
    <name>spreadline::studies::ValueEdit</name>
    <message>
        <source>More</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>减少</translation>
    </message>
    <message>
        <source>First bar</source>
        <translation>第一根K线</translation>
    </message>
</context>
</TS>
