### Who asks too often.

rates-too-fast = 操作が速すぎます。{ $seconds }秒後にもう一度お試しください。
rates-server-too-fast = このサーバーからの操作が多すぎます。{ $seconds }秒後にもう一度お試しください。
