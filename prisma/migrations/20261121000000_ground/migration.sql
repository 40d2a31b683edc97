-- PostgreSQL 18 brings uuidv7(), an older external server gets one of the same shape (48 bits of time, then random).
DO $$
BEGIN
  IF to_regprocedure('uuidv7()') IS NULL THEN
    CREATE FUNCTION uuidv7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $f$
      SELECT encode(
        set_bit(
          set_bit(
            overlay(
              uuid_send(gen_random_uuid())
              PLACING substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
              FROM 1 FOR 6),
            52, 1),
          53, 1),
        'hex')::uuid
    $f$;
  END IF;
END $$;

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "activities" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedById" UUID,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT,
    "direction" TEXT,
    "customerId" UUID,
    "opportunityId" UUID,
    "contactId" UUID,
    "ownerId" UUID,
    "teamId" UUID,
    "plannedStart" TIMESTAMPTZ(3),
    "plannedEnd" TIMESTAMPTZ(3),
    "actualStart" TIMESTAMPTZ(3),
    "actualEnd" TIMESTAMPTZ(3),
    "outcomeId" UUID,
    "answered" BOOLEAN NOT NULL DEFAULT false,
    "status" TEXT NOT NULL DEFAULT 'planned',
    "deferCount" INTEGER NOT NULL DEFAULT 0,
    "private" BOOLEAN NOT NULL DEFAULT false,
    "externalId" TEXT,
    "externalSource" TEXT,
    "deletedAt" TIMESTAMPTZ(3),
    "deletedById" UUID,
    "deleteBatchId" UUID,

    CONSTRAINT "activities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedById" UUID,
    "ownerId" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "fullAccess" BOOLEAN NOT NULL DEFAULT false,
    "expiresAt" TIMESTAMPTZ(3),
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "competitors" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedById" UUID,
    "name" TEXT NOT NULL,
    "website" TEXT,
    "strengths" TEXT,
    "weaknesses" TEXT,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "competitors_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contacts" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedById" UUID,
    "name" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL DEFAULT '',
    "salutation" TEXT,
    "phones" JSONB NOT NULL DEFAULT '[]',
    "emails" JSONB NOT NULL DEFAULT '[]',
    "wechat" TEXT,
    "birthDate" DATE,
    "gender" TEXT,
    "occupationId" UUID,
    "reportsToId" UUID,
    "doNotCall" BOOLEAN NOT NULL DEFAULT false,
    "language" TEXT NOT NULL DEFAULT 'zh',
    "note" TEXT,
    "ownerId" UUID,
    "teamId" UUID,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "externalId" TEXT,
    "externalSource" TEXT,
    "searchText" TEXT NOT NULL DEFAULT '',
    "lastActivityAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),
    "deletedById" UUID,
    "deleteBatchId" UUID,

    CONSTRAINT "contacts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_contacts" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "customerId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "title" TEXT,
    "departmentName" TEXT,
    "roleId" UUID,
    "primary" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "from" DATE,
    "to" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_contacts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customers" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedById" UUID,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT,
    "normalizedName" TEXT NOT NULL DEFAULT '',
    "pinyin" TEXT NOT NULL DEFAULT '',
    "pinyinInitials" TEXT NOT NULL DEFAULT '',
    "taxNo" TEXT,
    "registryNo" TEXT,
    "parentId" UUID,
    "industryId" UUID,
    "sizeBand" TEXT,
    "employees" INTEGER,
    "annualRevenue" DECIMAL(19,4),
    "foundedYear" INTEGER,
    "country" TEXT,
    "region" TEXT,
    "city" TEXT,
    "addresses" JSONB NOT NULL DEFAULT '[]',
    "phones" JSONB NOT NULL DEFAULT '[]',
    "emails" JSONB NOT NULL DEFAULT '[]',
    "website" TEXT,
    "wechat" TEXT,
    "birthDate" DATE,
    "gender" TEXT,
    "occupationId" UUID,
    "lifecycle" TEXT NOT NULL DEFAULT 'prospect',
    "sourceId" UUID NOT NULL,
    "referrerId" UUID,
    "ownerId" UUID,
    "teamId" UUID,
    "ownedSince" TIMESTAMPTZ(3),
    "strategicUntil" DATE,
    "strategicReason" TEXT,
    "language" TEXT NOT NULL DEFAULT 'zh',
    "currency" CHAR(3) NOT NULL DEFAULT 'CNY',
    "tier" TEXT NOT NULL DEFAULT 'new',
    "note" TEXT,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "externalId" TEXT,
    "externalSource" TEXT,
    "searchText" TEXT NOT NULL DEFAULT '',
    "lastActivityAt" TIMESTAMPTZ(3),
    "lastRealContactAt" TIMESTAMPTZ(3),
    "nextActionAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),
    "deletedById" UUID,
    "deleteBatchId" UUID,

    CONSTRAINT "customers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collaborators" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "recordType" TEXT NOT NULL,
    "recordId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "access" TEXT NOT NULL DEFAULT 'read',
    "until" DATE,
    "grantedBy" UUID,
    "reason" TEXT NOT NULL DEFAULT 'manual',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "collaborators_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "demo_records" (
    "recordType" TEXT NOT NULL,
    "recordId" UUID NOT NULL,
    "versionAtLoad" INTEGER NOT NULL DEFAULT 1,
    "order" SERIAL NOT NULL,

    CONSTRAINT "demo_records_pkey" PRIMARY KEY ("recordType","recordId")
);

-- CreateTable
CREATE TABLE "dictionaries" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedById" UUID,
    "code" TEXT NOT NULL,
    "label" JSONB NOT NULL,
    "system" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "dictionaries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dictionary_items" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedById" UUID,
    "dictionaryId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "label" JSONB NOT NULL,
    "order" INTEGER NOT NULL DEFAULT 0,
    "color" TEXT,
    "parentId" UUID,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "dictionary_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "events" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "xid" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,
    "actorType" TEXT NOT NULL,
    "actorId" UUID,
    "action" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "recordId" UUID NOT NULL,
    "customerId" UUID,
    "recordVersion" INTEGER,
    "title" TEXT NOT NULL DEFAULT '',
    "changes" JSONB NOT NULL DEFAULT '[]',
    "data" JSONB NOT NULL DEFAULT '{}',
    "reason" TEXT,
    "ip" TEXT,
    "requestId" TEXT,
    "causeEventId" UUID,
    "depth" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_personal_values" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "eventId" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "old" JSONB,
    "new" JSONB,

    CONSTRAINT "event_personal_values_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_deliveries" (
    "eventId" UUID NOT NULL,
    "consumer" TEXT NOT NULL,
    "doneAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_deliveries_pkey" PRIMARY KEY ("eventId","consumer")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "principal" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "body" JSONB,
    "entity" TEXT,
    "recordId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("principal","key")
);

-- CreateTable
CREATE TABLE "exchange_rates" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "byId" UUID,
    "currency" CHAR(3) NOT NULL,
    "date" DATE NOT NULL,
    "rate" DECIMAL(18,8) NOT NULL,

    CONSTRAINT "exchange_rates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "imports" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedById" UUID,
    "ownerId" UUID NOT NULL,
    "entity" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileKey" TEXT NOT NULL,
    "fileSize" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "delimiter" TEXT NOT NULL,
    "headers" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "sample" JSONB NOT NULL DEFAULT '[]',
    "rowCount" INTEGER NOT NULL DEFAULT 0,
    "mapping" JSONB NOT NULL DEFAULT '{}',
    "options" JSONB NOT NULL DEFAULT '{}',
    "matchKeys" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "mode" TEXT NOT NULL DEFAULT 'create',
    "history" BOOLEAN NOT NULL DEFAULT false,
    "sourceId" UUID,
    "status" TEXT NOT NULL DEFAULT 'uploaded',
    "cursor" INTEGER NOT NULL DEFAULT 0,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "error" TEXT,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_rows" (
    "importId" UUID NOT NULL,
    "rowNo" INTEGER NOT NULL,
    "raw" JSONB NOT NULL,
    "verdict" TEXT,
    "decision" TEXT,
    "outcome" TEXT,
    "recordId" UUID,
    "before" JSONB,
    "errors" JSONB,

    CONSTRAINT "import_rows_pkey" PRIMARY KEY ("importId","rowNo")
);

-- CreateTable
CREATE TABLE "number_sequences" (
    "entity" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "next" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "number_sequences_pkey" PRIMARY KEY ("entity","year")
);

-- CreateTable
CREATE TABLE "opportunities" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedById" UUID,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "customerId" UUID,
    "pipelineId" UUID NOT NULL,
    "stageId" UUID NOT NULL,
    "stageEnteredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "phase" TEXT NOT NULL DEFAULT 'open',
    "amount" DECIMAL(19,4) NOT NULL DEFAULT 0,
    "currency" CHAR(3) NOT NULL DEFAULT 'CNY',
    "rate" DECIMAL(18,8) NOT NULL DEFAULT 1,
    "baseAmount" DECIMAL(19,4) NOT NULL DEFAULT 0,
    "margin" DECIMAL(19,4),
    "probability" DECIMAL(7,4) NOT NULL DEFAULT 0,
    "probabilityManual" BOOLEAN NOT NULL DEFAULT false,
    "weightedBase" DECIMAL(19,4) NOT NULL DEFAULT 0,
    "forecastCategory" TEXT NOT NULL DEFAULT 'pipeline',
    "expectedCloseAt" DATE,
    "pushCount" INTEGER NOT NULL DEFAULT 0,
    "pushedDays" INTEGER NOT NULL DEFAULT 0,
    "closedAt" TIMESTAMPTZ(3),
    "reasonId" UUID,
    "reasonNote" TEXT,
    "contactAgainAt" DATE,
    "sourceId" UUID,
    "productIds" UUID[] DEFAULT ARRAY[]::UUID[],
    "ownerId" UUID,
    "teamId" UUID,
    "need" TEXT,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "externalId" TEXT,
    "externalSource" TEXT,
    "searchText" TEXT NOT NULL DEFAULT '',
    "startedAt" DATE,
    "lastActivityAt" TIMESTAMPTZ(3),
    "nextActionAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),
    "deletedById" UUID,
    "deleteBatchId" UUID,

    CONSTRAINT "opportunities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opportunity_lines" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "opportunityId" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "description" TEXT,
    "quantity" DECIMAL(19,4) NOT NULL DEFAULT 1,
    "unitPrice" DECIMAL(19,4) NOT NULL,
    "discount" DECIMAL(7,4) NOT NULL DEFAULT 0,
    "net" DECIMAL(19,4) NOT NULL,
    "cost" DECIMAL(19,4),
    "order" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "opportunity_lines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opportunity_contacts" (
    "opportunityId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "buyingRole" TEXT NOT NULL,
    "attitude" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "opportunity_contacts_pkey" PRIMARY KEY ("opportunityId","contactId")
);

-- CreateTable
CREATE TABLE "opportunity_competitors" (
    "opportunityId" UUID NOT NULL,
    "competitorId" UUID NOT NULL,
    "note" TEXT,

    CONSTRAINT "opportunity_competitors_pkey" PRIMARY KEY ("opportunityId","competitorId")
);

-- CreateTable
CREATE TABLE "stage_moves" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "opportunityId" UUID NOT NULL,
    "fromStageId" UUID,
    "toStageId" UUID NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leftAt" TIMESTAMPTZ(3),
    "seconds" BIGINT,
    "byId" UUID,
    "amount" DECIMAL(19,4) NOT NULL DEFAULT 0,
    "baseAmount" DECIMAL(19,4) NOT NULL DEFAULT 0,
    "direction" TEXT NOT NULL,
    "skippedIds" UUID[] DEFAULT ARRAY[]::UUID[],
    "override" JSONB,
    "pipelineVersion" INTEGER NOT NULL,

    CONSTRAINT "stage_moves_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "close_date_changes" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "byId" UUID,
    "opportunityId" UUID NOT NULL,
    "from" DATE,
    "to" DATE,

    CONSTRAINT "close_date_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pipelines" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedById" UUID,
    "label" JSONB NOT NULL,
    "currency" CHAR(3) NOT NULL DEFAULT 'CNY',
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "teamIds" UUID[] DEFAULT ARRAY[]::UUID[],
    "winNeedsOrder" BOOLEAN NOT NULL DEFAULT true,
    "publishedVersion" INTEGER NOT NULL DEFAULT 0,
    "draft" JSONB,
    "draftById" UUID,
    "draftAt" TIMESTAMPTZ(3),
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "pipelines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pipeline_versions" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "byId" UUID,
    "pipelineId" UUID NOT NULL,
    "pipelineVersion" INTEGER NOT NULL,
    "stages" JSONB NOT NULL,
    "mapping" JSONB NOT NULL DEFAULT '{}',
    "reason" TEXT,

    CONSTRAINT "pipeline_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stages" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedById" UUID,
    "pipelineId" UUID NOT NULL,
    "order" INTEGER NOT NULL,
    "label" JSONB NOT NULL,
    "phase" TEXT NOT NULL,
    "definition" JSONB NOT NULL DEFAULT '{"zh": "", "en": ""}',
    "buyerEvidence" JSONB NOT NULL DEFAULT '{"zh": "", "en": ""}',
    "guidance" JSONB NOT NULL DEFAULT '{"zh": "", "en": ""}',
    "probability" DECIMAL(7,4) NOT NULL,
    "forecastCategory" TEXT NOT NULL DEFAULT 'pipeline',
    "expectedDays" INTEGER,
    "maxDays" INTEGER,
    "allowedNextIds" UUID[] DEFAULT ARRAY[]::UUID[],
    "allowBack" BOOLEAN NOT NULL DEFAULT true,
    "checklist" JSONB NOT NULL DEFAULT '[]',
    "color" TEXT NOT NULL DEFAULT 'stage-1',
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "stages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stage_criteria" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "stageId" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',
    "label" JSONB NOT NULL,
    "blocking" BOOLEAN NOT NULL DEFAULT true,
    "order" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "stage_criteria_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "products" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedById" UUID,
    "code" TEXT NOT NULL,
    "label" JSONB NOT NULL,
    "series" TEXT,
    "unit" TEXT,
    "kind" TEXT NOT NULL DEFAULT 'good',
    "listPrice" DECIMAL(19,4) NOT NULL DEFAULT 0,
    "currency" CHAR(3) NOT NULL DEFAULT 'CNY',
    "cost" DECIMAL(19,4),
    "taxRate" DECIMAL(7,4) NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "description" TEXT,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "externalId" TEXT,
    "externalSource" TEXT,
    "searchText" TEXT NOT NULL DEFAULT '',
    "deletedAt" TIMESTAMPTZ(3),
    "deletedById" UUID,
    "deleteBatchId" UUID,

    CONSTRAINT "products_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roles" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedById" UUID,
    "code" TEXT,
    "label" JSONB NOT NULL,
    "rights" JSONB NOT NULL DEFAULT '{}',
    "scopes" JSONB NOT NULL DEFAULT '{}',
    "fieldRules" JSONB NOT NULL DEFAULT '{}',
    "special" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "roles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_roles" (
    "userId" UUID NOT NULL,
    "roleId" UUID NOT NULL,

    CONSTRAINT "user_roles_pkey" PRIMARY KEY ("userId","roleId")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "userId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "ip" TEXT,
    "userAgent" TEXT,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login_throttles" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "windowStart" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "nextAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "login_throttles_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "one_time_tokens" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "purpose" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "settingVersion" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedById" UUID,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "sources" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedById" UUID,
    "code" TEXT NOT NULL,
    "label" JSONB NOT NULL,
    "kind" TEXT NOT NULL,
    "costModel" TEXT NOT NULL DEFAULT 'none',
    "unitCost" DECIMAL(19,4),
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "sources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "teams" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedById" UUID,
    "label" JSONB NOT NULL,
    "parentId" UUID,
    "managerId" UUID,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "teams_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_members" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "teamId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "from" DATE NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "to" DATE,

    CONSTRAINT "team_members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedById" UUID,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL DEFAULT '',
    "phone" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'zh-CN',
    "timeZone" TEXT NOT NULL DEFAULT 'Asia/Shanghai',
    "title" TEXT,
    "managerId" UUID,
    "primaryTeamId" UUID,
    "status" TEXT NOT NULL DEFAULT 'invited',
    "passwordHash" TEXT,
    "joinedAt" DATE,
    "lastSeenAt" TIMESTAMPTZ(3),
    "externalId" TEXT,
    "externalSource" TEXT,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "activities_ownerId_status_plannedStart_idx" ON "activities"("ownerId", "status", "plannedStart");

-- CreateIndex
CREATE INDEX "activities_customerId_actualStart_idx" ON "activities"("customerId", "actualStart" DESC);

-- CreateIndex
CREATE INDEX "activities_opportunityId_status_idx" ON "activities"("opportunityId", "status");

-- CreateIndex
CREATE INDEX "activities_contactId_idx" ON "activities"("contactId");

-- CreateIndex
CREATE INDEX "api_keys_ownerId_idx" ON "api_keys"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_hash_key" ON "api_keys"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "competitors_name_key" ON "competitors"("name");

-- CreateIndex
CREATE INDEX "contacts_updated_idx" ON "contacts"("updatedAt" DESC, "id" DESC) WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "contacts_name_idx" ON "contacts"("name", "id") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "contacts_ownerId_idx" ON "contacts"("ownerId");

-- CreateIndex
CREATE INDEX "contacts_teamId_idx" ON "contacts"("teamId");

-- CreateIndex
CREATE INDEX "contacts_search_idx" ON "contacts" USING GIN ("searchText" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "contacts_external_key" ON "contacts"("externalSource", "externalId") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "customer_contacts_contactId_idx" ON "customer_contacts"("contactId");

-- CreateIndex
CREATE UNIQUE INDEX "customer_contacts_active_key" ON "customer_contacts"("customerId", "contactId") WHERE (active);

-- CreateIndex
CREATE UNIQUE INDEX "customer_contacts_primary_key" ON "customer_contacts"("customerId") WHERE (active AND "primary");

-- CreateIndex
CREATE INDEX "customers_updated_idx" ON "customers"("updatedAt" DESC, "id" DESC) WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "customers_name_idx" ON "customers"("name", "id") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "customers_normalizedName_idx" ON "customers"("normalizedName");

-- CreateIndex
CREATE INDEX "customers_ownerId_nextActionAt_idx" ON "customers"("ownerId", "nextActionAt");

-- CreateIndex
CREATE INDEX "customers_teamId_idx" ON "customers"("teamId");

-- CreateIndex
CREATE INDEX "customers_parentId_idx" ON "customers"("parentId");

-- CreateIndex
CREATE INDEX "customers_industryId_idx" ON "customers"("industryId");

-- CreateIndex
CREATE INDEX "customers_sourceId_idx" ON "customers"("sourceId");

-- CreateIndex
CREATE INDEX "customers_search_idx" ON "customers" USING GIN ("searchText" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "customers_number_key" ON "customers"("number");

-- CreateIndex
CREATE UNIQUE INDEX "customers_external_key" ON "customers"("externalSource", "externalId") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "collaborators_userId_recordType_idx" ON "collaborators"("userId", "recordType");

-- CreateIndex
CREATE UNIQUE INDEX "collaborators_recordType_recordId_userId_key" ON "collaborators"("recordType", "recordId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "dictionaries_code_key" ON "dictionaries"("code");

-- CreateIndex
CREATE INDEX "dictionary_items_parentId_idx" ON "dictionary_items"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "dictionary_items_dictionaryId_code_key" ON "dictionary_items"("dictionaryId", "code");

-- CreateIndex
CREATE INDEX "events_entity_recordId_id_idx" ON "events"("entity", "recordId", "id");

-- CreateIndex
CREATE INDEX "events_customer_idx" ON "events"("customerId", "id") WHERE ("customerId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "events_xid_id_idx" ON "events"("xid", "id");

-- CreateIndex
CREATE INDEX "event_personal_values_eventId_idx" ON "event_personal_values"("eventId");

-- CreateIndex
CREATE INDEX "idempotency_keys_expiresAt_idx" ON "idempotency_keys"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "exchange_rates_currency_date_key" ON "exchange_rates"("currency", "date");

-- CreateIndex
CREATE INDEX "imports_ownerId_createdAt_idx" ON "imports"("ownerId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "import_rows_importId_verdict_idx" ON "import_rows"("importId", "verdict");

-- CreateIndex
CREATE INDEX "opportunities_updated_idx" ON "opportunities"("updatedAt" DESC, "id" DESC) WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "opportunities_board_idx" ON "opportunities"("pipelineId", "stageId", "baseAmount" DESC, "id" DESC) WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "opportunities_phase_amount_idx" ON "opportunities"("phase", "baseAmount" DESC, "id" DESC) WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "opportunities_close_idx" ON "opportunities"("phase", "expectedCloseAt") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "opportunities_closed_idx" ON "opportunities"("phase", "closedAt") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "opportunities_ownerId_phase_nextActionAt_idx" ON "opportunities"("ownerId", "phase", "nextActionAt");

-- CreateIndex
CREATE INDEX "opportunities_teamId_idx" ON "opportunities"("teamId");

-- CreateIndex
CREATE INDEX "opportunities_customerId_idx" ON "opportunities"("customerId");

-- CreateIndex
CREATE INDEX "opportunities_stageId_idx" ON "opportunities"("stageId");

-- CreateIndex
CREATE INDEX "opportunities_search_idx" ON "opportunities" USING GIN ("searchText" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "opportunities_number_key" ON "opportunities"("number");

-- CreateIndex
CREATE UNIQUE INDEX "opportunities_external_key" ON "opportunities"("externalSource", "externalId") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "opportunity_lines_opportunityId_idx" ON "opportunity_lines"("opportunityId");

-- CreateIndex
CREATE INDEX "opportunity_lines_productId_idx" ON "opportunity_lines"("productId");

-- CreateIndex
CREATE INDEX "opportunity_contacts_contactId_idx" ON "opportunity_contacts"("contactId");

-- CreateIndex
CREATE INDEX "opportunity_competitors_competitorId_idx" ON "opportunity_competitors"("competitorId");

-- CreateIndex
CREATE INDEX "stage_moves_opportunityId_enteredAt_idx" ON "stage_moves"("opportunityId", "enteredAt");

-- CreateIndex
CREATE INDEX "stage_moves_toStageId_enteredAt_idx" ON "stage_moves"("toStageId", "enteredAt");

-- CreateIndex
CREATE INDEX "stage_moves_fromStageId_enteredAt_idx" ON "stage_moves"("fromStageId", "enteredAt");

-- CreateIndex
CREATE UNIQUE INDEX "stage_moves_open_key" ON "stage_moves"("opportunityId") WHERE ("leftAt" IS NULL);

-- CreateIndex
CREATE INDEX "close_date_changes_opportunityId_idx" ON "close_date_changes"("opportunityId");

-- CreateIndex
CREATE UNIQUE INDEX "pipelines_default_key" ON "pipelines"("isDefault") WHERE ("isDefault" AND "archivedAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "pipeline_versions_pipelineId_pipelineVersion_key" ON "pipeline_versions"("pipelineId", "pipelineVersion");

-- CreateIndex
CREATE INDEX "stages_pipelineId_idx" ON "stages"("pipelineId");

-- CreateIndex
CREATE UNIQUE INDEX "stages_order_key" ON "stages"("pipelineId", "order") WHERE ("archivedAt" IS NULL);

-- CreateIndex
CREATE INDEX "stage_criteria_stageId_idx" ON "stage_criteria"("stageId");

-- CreateIndex
CREATE INDEX "products_search_idx" ON "products" USING GIN ("searchText" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "products_code_key" ON "products"("code") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "products_external_key" ON "products"("externalSource", "externalId") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "roles_code_key" ON "roles"("code");

-- CreateIndex
CREATE INDEX "user_roles_roleId_idx" ON "user_roles"("roleId");

-- CreateIndex
CREATE INDEX "sessions_userId_idx" ON "sessions"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_tokenHash_key" ON "sessions"("tokenHash");

-- CreateIndex
CREATE INDEX "one_time_tokens_userId_idx" ON "one_time_tokens"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_tokens_hash_key" ON "one_time_tokens"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "sources_code_key" ON "sources"("code");

-- CreateIndex
CREATE INDEX "teams_parentId_idx" ON "teams"("parentId");

-- CreateIndex
CREATE INDEX "team_members_userId_idx" ON "team_members"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "team_members_open_key" ON "team_members"("teamId", "userId") WHERE ("to" IS NULL);

-- CreateIndex
CREATE INDEX "users_managerId_idx" ON "users"("managerId");

-- CreateIndex
CREATE INDEX "users_primaryTeamId_idx" ON "users"("primaryTeamId");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "users_externalSource_externalId_key" ON "users"("externalSource", "externalId");

-- AddForeignKey
ALTER TABLE "activities" ADD CONSTRAINT "activities_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activities" ADD CONSTRAINT "activities_opportunityId_fkey" FOREIGN KEY ("opportunityId") REFERENCES "opportunities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activities" ADD CONSTRAINT "activities_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "contacts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activities" ADD CONSTRAINT "activities_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activities" ADD CONSTRAINT "activities_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "teams"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activities" ADD CONSTRAINT "activities_outcomeId_fkey" FOREIGN KEY ("outcomeId") REFERENCES "dictionary_items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_reportsToId_fkey" FOREIGN KEY ("reportsToId") REFERENCES "contacts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_occupationId_fkey" FOREIGN KEY ("occupationId") REFERENCES "dictionary_items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "teams"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_contacts" ADD CONSTRAINT "customer_contacts_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_contacts" ADD CONSTRAINT "customer_contacts_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_contacts" ADD CONSTRAINT "customer_contacts_roleId_fkey" FOREIGN KEY ("roleId") REFERENCES "dictionary_items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_referrerId_fkey" FOREIGN KEY ("referrerId") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_industryId_fkey" FOREIGN KEY ("industryId") REFERENCES "dictionary_items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_occupationId_fkey" FOREIGN KEY ("occupationId") REFERENCES "dictionary_items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "teams"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dictionary_items" ADD CONSTRAINT "dictionary_items_dictionaryId_fkey" FOREIGN KEY ("dictionaryId") REFERENCES "dictionaries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dictionary_items" ADD CONSTRAINT "dictionary_items_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "dictionary_items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_importId_fkey" FOREIGN KEY ("importId") REFERENCES "imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_pipelineId_fkey" FOREIGN KEY ("pipelineId") REFERENCES "pipelines"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_stageId_fkey" FOREIGN KEY ("stageId") REFERENCES "stages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_reasonId_fkey" FOREIGN KEY ("reasonId") REFERENCES "dictionary_items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "teams"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opportunity_lines" ADD CONSTRAINT "opportunity_lines_opportunityId_fkey" FOREIGN KEY ("opportunityId") REFERENCES "opportunities"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opportunity_lines" ADD CONSTRAINT "opportunity_lines_productId_fkey" FOREIGN KEY ("productId") REFERENCES "products"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opportunity_contacts" ADD CONSTRAINT "opportunity_contacts_opportunityId_fkey" FOREIGN KEY ("opportunityId") REFERENCES "opportunities"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opportunity_contacts" ADD CONSTRAINT "opportunity_contacts_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "contacts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opportunity_competitors" ADD CONSTRAINT "opportunity_competitors_opportunityId_fkey" FOREIGN KEY ("opportunityId") REFERENCES "opportunities"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opportunity_competitors" ADD CONSTRAINT "opportunity_competitors_competitorId_fkey" FOREIGN KEY ("competitorId") REFERENCES "competitors"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_moves" ADD CONSTRAINT "stage_moves_opportunityId_fkey" FOREIGN KEY ("opportunityId") REFERENCES "opportunities"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_moves" ADD CONSTRAINT "stage_moves_fromStageId_fkey" FOREIGN KEY ("fromStageId") REFERENCES "stages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_moves" ADD CONSTRAINT "stage_moves_toStageId_fkey" FOREIGN KEY ("toStageId") REFERENCES "stages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "close_date_changes" ADD CONSTRAINT "close_date_changes_opportunityId_fkey" FOREIGN KEY ("opportunityId") REFERENCES "opportunities"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pipeline_versions" ADD CONSTRAINT "pipeline_versions_pipelineId_fkey" FOREIGN KEY ("pipelineId") REFERENCES "pipelines"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stages" ADD CONSTRAINT "stages_pipelineId_fkey" FOREIGN KEY ("pipelineId") REFERENCES "pipelines"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_criteria" ADD CONSTRAINT "stage_criteria_stageId_fkey" FOREIGN KEY ("stageId") REFERENCES "stages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_roles" ADD CONSTRAINT "user_roles_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_roles" ADD CONSTRAINT "user_roles_roleId_fkey" FOREIGN KEY ("roleId") REFERENCES "roles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_tokens" ADD CONSTRAINT "one_time_tokens_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teams" ADD CONSTRAINT "teams_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "teams"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teams" ADD CONSTRAINT "teams_managerId_fkey" FOREIGN KEY ("managerId") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "teams"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_managerId_fkey" FOREIGN KEY ("managerId") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_primaryTeamId_fkey" FOREIGN KEY ("primaryTeamId") REFERENCES "teams"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma does not know: closed sets of values, sane ranges, and facts that never change.
ALTER TABLE "users" ADD CHECK ("status" IN ('invited', 'active', 'suspended', 'left')),
  ADD CHECK ("locale" IN ('zh-CN', 'en')), ADD CHECK ("email" = lower("email"));
ALTER TABLE "sources" ADD CHECK ("kind" IN ('campaign', 'web', 'email', 'phone', 'field', 'referral', 'import', 'api')),
  ADD CHECK ("costModel" IN ('none', 'perLead', 'perMonth'));
ALTER TABLE "customers" ADD CHECK ("kind" IN ('company', 'person')),
  ADD CHECK ("lifecycle" IN ('prospect', 'active', 'dormant', 'lost', 'partner', 'blacklist')),
  ADD CHECK ("tier" IN ('high', 'medium', 'low', 'new')), ADD CHECK ("parentId" IS DISTINCT FROM "id");
ALTER TABLE "products" ADD CHECK ("kind" IN ('good', 'service', 'subscription')), ADD CHECK ("listPrice" >= 0);
ALTER TABLE "activities" ADD CHECK ("kind" IN ('task', 'call', 'meeting', 'visit', 'message', 'mail', 'demo', 'note', 'appointment')),
  ADD CHECK ("status" IN ('planned', 'inProgress', 'done', 'missed', 'cancelled', 'deferred')),
  ADD CHECK ("actualEnd" IS NULL OR "actualStart" IS NULL OR "actualEnd" >= "actualStart"),
  ADD CHECK ("plannedEnd" IS NULL OR "plannedStart" IS NULL OR "plannedEnd" >= "plannedStart");
ALTER TABLE "stages" ADD CHECK ("phase" IN ('open', 'commit', 'won', 'lost')), ADD CHECK ("probability" BETWEEN 0 AND 1);
ALTER TABLE "stage_criteria" ADD CHECK ("side" IN ('entry', 'exit'));
ALTER TABLE "opportunities" ADD CHECK ("phase" IN ('open', 'commit', 'won', 'lost')), ADD CHECK ("probability" BETWEEN 0 AND 1),
  ADD CHECK (("closedAt" IS NOT NULL) = ("phase" IN ('won', 'lost')));
ALTER TABLE "opportunity_contacts" ADD CHECK ("attitude" BETWEEN -2 AND 2),
  ADD CHECK ("buyingRole" IN ('decider', 'evaluator', 'influencer', 'user', 'gatekeeper'));
ALTER TABLE "stage_moves" ADD CHECK ("direction" IN ('create', 'forward', 'back', 'skip', 'close', 'reopen')),
  ADD CHECK ("leftAt" IS NULL OR "leftAt" >= "enteredAt");

-- Events are written once: no update, no delete, whoever asks.
CREATE FUNCTION events_are_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'events are insert-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER events_insert_only BEFORE UPDATE OR DELETE ON "events" FOR EACH ROW EXECUTE FUNCTION events_are_facts();
CREATE TRIGGER events_no_truncate BEFORE TRUNCATE ON "events" FOR EACH STATEMENT EXECUTE FUNCTION events_are_facts();
