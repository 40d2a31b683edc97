-- How somebody wants to be told, and what waits for the end of his quiet hours.
ALTER TABLE "notifications" ADD COLUMN "live" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN "heldUntil" TIMESTAMPTZ(3);
CREATE INDEX "notifications_held_idx" ON "notifications"("userId", "heldUntil") WHERE ("heldUntil" IS NOT NULL);

CREATE TABLE "notice_settings" (
    "userId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "channels" JSONB NOT NULL DEFAULT '{}',
    "quietFrom" TEXT,
    "quietTo" TEXT,

    CONSTRAINT "notice_settings_pkey" PRIMARY KEY ("userId")
);
ALTER TABLE "notice_settings" ADD CONSTRAINT "notice_settings_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
